import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { toLocal, withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { cancelSession, rescheduleSession, scheduleSession } from "@/lib/sessions/commands";
import { findSession, listSessions } from "@/lib/sessions/queries";
import { makePerson } from "@/prisma/seed/factories";
import { joinCareTeam } from "@/prisma/seed/sessions";
import { asSuperuser } from "../support/database";
import { changesOf, entriesOf, hour, makeCare, planIn, soon } from "../support/sessions";

describe("planning", () => {
  test("a therapist plans the first session, and a course begins with it", async () => {
    const { admin, therapist, patient } = await makeCare();
    const id = await planIn(therapist, patient, soon(30), { kind: "preparation", place: "Room 4" });
    const again = await planIn(therapist, patient, soon(60), { kind: "dosing" });
    const [first, second] = await read(patient, (db) => listSessions(db, patient.personId));
    expect(first).toMatchObject({
      id,
      kind: "preparation",
      state: "scheduled",
      startsAt: soon(30),
      endsAt: soon(31),
      place: "Room 4",
      therapist: { name: "Ana Reyes" },
    });
    expect(second).toMatchObject({ id: again, number: 1, courseId: first?.courseId });
    expect(await changesOf(therapist, id)).toEqual([
      { from: null, to: "scheduled", reason: "", byId: therapist.personId },
    ]);
    expect(await entriesOf(admin, "session.schedule")).toContainEqual({
      actorId: therapist.personId,
      patientId: patient.personId,
      subjectId: id,
    });
  });

  test("two who plan at once open one course", async () => {
    const { admin, therapist, colleague, patient } = await makeCare();
    await joinCareTeam(admin, patient, colleague);
    await Promise.all([planIn(therapist, patient, soon(30)), planIn(colleague, patient, soon(40))]);
    expect(await read(therapist, (db) => db.course.count())).toBe(1);
  });

  test("sending the form twice plans one session", async () => {
    const { therapist, patient } = await makeCare();
    const actor = { ...therapist, formKey: crypto.randomUUID() };
    const ids = await Promise.all([planIn({ ...actor }, patient, soon(30)), planIn({ ...actor }, patient, soon(30))]);
    expect(ids[0]).toBe(ids[1]);
    expect(await read(therapist, (db) => db.session.count())).toBe(1);
  });

  test("a session is led by somebody on the care team at that time", async () => {
    const { admin, therapist, colleague, patient } = await makeCare();
    const plan = () => planIn(therapist, patient, soon(30), { therapistId: colleague.personId });
    await expect(plan()).rejects.toMatchObject({ code: "invalid", detail: { field: "therapistId" } });
    await joinCareTeam(admin, patient, colleague, { until: soon(20) });
    await expect(plan()).rejects.toMatchObject({ code: "invalid", detail: { field: "therapistId" } });
    await joinCareTeam(admin, patient, await makePerson(therapist.clinicId, "therapist"));
    expect(await planIn(therapist, patient, soon(10), { therapistId: colleague.personId })).toBeTruthy();
  });

  test("a time that has passed is refused at the field", async () => {
    const { therapist, patient } = await makeCare();
    const input = {
      patientId: patient.personId,
      therapistId: therapist.personId,
      kind: "dosing",
      minutes: 60,
      place: "",
    } as const;
    const startsAt = toLocal(new Date(Date.now() - hour), therapist.clinicTimeZone);
    await expect(scheduleSession(therapist, { ...input, startsAt })).rejects.toMatchObject({
      detail: { field: "startsAt" },
    });
  });

  test.each(["patient", "admin", "companion"] as const)("a %s cannot plan a session", async (role) => {
    const { clinicId, therapist, patient } = await makeCare();
    const somebody = await makePerson(clinicId, role);
    const attempt = planIn({ ...therapist, ...somebody }, patient, soon(30), { therapistId: therapist.personId });
    await expect(attempt).rejects.toMatchObject({ code: "refused" });
  });

  test("nobody plans for a patient of another clinic or outside their care team", async () => {
    const { therapist, colleague, patient } = await makeCare();
    const stranger = await makeCare();
    await expect(planIn(colleague, patient, soon(30))).rejects.toMatchObject({ code: "not-found" });
    await expect(planIn(stranger.therapist, patient, soon(30))).rejects.toMatchObject({ code: "not-found" });
    expect(await read(therapist, (db) => db.session.count())).toBe(0);
  });
});

describe("overlap", () => {
  test("sessions that touch are both kept", async () => {
    const { therapist, patient } = await makeCare();
    await planIn(therapist, patient, soon(30), { minutes: 90 });
    await planIn(therapist, patient, new Date(soon(31).getTime() + hour / 2));
    await planIn(therapist, patient, soon(29));
    expect(await read(therapist, (db) => db.session.count())).toBe(3);
  });

  test.each([
    ["a minute before it ends", 59],
    ["a minute after it begins", 1],
    ["at the same time", 0],
    ["from before to its first minute", -59],
  ])("another session of the patient %s is refused, by name", async (_when, minutes) => {
    const { admin, therapist, colleague, patient } = await makeCare();
    await joinCareTeam(admin, patient, colleague);
    await planIn(therapist, patient, soon(30));
    await expect(planIn(colleague, patient, new Date(soon(30).getTime() + minutes * 60_000))).rejects.toMatchObject({
      code: "conflict",
      message: "Noor already has a session at this time. Choose another time",
      detail: { field: "startsAt" },
    });
  });

  test("a therapist who is taken is named, the other patient is not", async () => {
    const { admin, clinicId, therapist, colleague, patient } = await makeCare();
    const other = await makePerson(clinicId, "patient", { name: "Mika" });
    for (const who of [therapist, colleague]) await joinCareTeam(admin, other, who);
    await planIn(therapist, other, soon(30));
    await expect(planIn(therapist, patient, soon(30))).rejects.toThrow("You already have a session at this time.");
    await joinCareTeam(admin, patient, colleague);
    const attempt = planIn(colleague, patient, soon(30), { therapistId: therapist.personId });
    await expect(attempt).rejects.toThrow("Ana Reyes already has a session at this time.");
  });

  test("of two who take one hour at once, one gets it", async () => {
    const { therapist, patient } = await makeCare();
    const results = await Promise.allSettled([
      planIn(therapist, patient, soon(30)),
      planIn(therapist, patient, soon(30)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await read(therapist, (db) => db.session.count())).toBe(1);
  });

  test("the hour of a cancelled session is free again", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(30));
    await cancelSession(therapist, { sessionId, reason: "Ill" });
    expect(await planIn(therapist, patient, soon(30))).not.toBe(sessionId);
  });
});

describe("days on which the clocks change", () => {
  const plan = async (startsAt: string, minutes = 120) => {
    const { therapist, patient } = await makeCare("America/New_York");
    const id = await withClock(new Date("2027-01-10T12:00:00Z"), () =>
      scheduleSession(therapist, {
        patientId: patient.personId,
        therapistId: therapist.personId,
        kind: "dosing",
        startsAt,
        minutes,
        place: "",
      }),
    );
    const session = await read(therapist, (db) => findSession(db, id));
    return [session?.startsAt.toISOString(), session?.endsAt.toISOString()];
  };

  test("a session over the hour that is skipped lasts as long as planned", async () => {
    expect(await plan("2027-03-14T01:30")).toEqual(["2027-03-14T06:30:00.000Z", "2027-03-14T08:30:00.000Z"]);
  });

  test("a time that does not exist is the same time an hour later", async () => {
    expect(await plan("2027-03-14T02:30")).toEqual(["2027-03-14T07:30:00.000Z", "2027-03-14T09:30:00.000Z"]);
  });

  test("a time that comes twice is the first", async () => {
    expect(await plan("2027-11-07T01:30")).toEqual(["2027-11-07T05:30:00.000Z", "2027-11-07T07:30:00.000Z"]);
  });
});

describe("moving a session to another time", () => {
  test("the new one replaces the old one, and the intention goes along", async () => {
    const { admin, therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(30), { minutes: 120 });
    const intentionId = crypto.randomUUID();
    await asSuperuser(async (sql) => {
      const row = [intentionId, therapist.clinicId, patient.personId, sessionId];
      await sql.query(
        `insert into "Intention" ("id", "clinicId", "patientId", "sessionId") values ($1, $2, $3, $4)`,
        row,
      );
    });
    const moved = await reschedule(therapist, sessionId, soon(31));
    const session = await read(patient, (db) => findSession(db, moved));
    expect(session).toMatchObject({
      kind: "dosing",
      state: "scheduled",
      replaces: { id: sessionId },
      intention: { id: intentionId },
    });
    expect(await read(therapist, (db) => findSession(db, sessionId))).toMatchObject({
      state: "cancelled",
      replacedBy: { id: moved },
    });
    expect((await read(patient, (db) => listSessions(db, patient.personId))).map(({ id }) => id)).toEqual([moved]);
    expect(await changesOf(therapist, sessionId)).toContainEqual({
      from: "scheduled",
      to: "cancelled",
      reason: "The room is taken",
      byId: therapist.personId,
    });
    expect(await entriesOf(admin, "session.reschedule")).toEqual([
      { actorId: therapist.personId, patientId: patient.personId, subjectId: moved },
    ]);
  });

  test("it is moved once, even by two at the same time", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(30));
    const results = await Promise.allSettled([
      reschedule(therapist, sessionId, soon(40)),
      reschedule(therapist, sessionId, soon(50)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(reschedule(therapist, sessionId, soon(60))).rejects.toMatchObject({ code: "conflict" });
    expect(await read(therapist, (db) => db.session.count({ where: { state: "scheduled" } }))).toBe(1);
  });

  test("where the new time is taken, the old one stays", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(30));
    await planIn(therapist, patient, soon(40));
    await expect(reschedule(therapist, sessionId, soon(40))).rejects.toMatchObject({ detail: { field: "startsAt" } });
    expect(await read(therapist, (db) => findSession(db, sessionId))).toMatchObject({ state: "scheduled" });
  });

  const reschedule = (actor: Actor, sessionId: string, startsAt: Date) =>
    rescheduleSession(actor, {
      sessionId,
      startsAt: toLocal(startsAt, actor.clinicTimeZone),
      minutes: 60,
      place: "",
      therapistId: actor.personId,
      reason: "The room is taken",
    });
});
