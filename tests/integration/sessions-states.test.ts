import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { cancelSession, checkIn, completeSession, markNoShow, startSession } from "@/lib/sessions/commands";
import { findNextSession, findSession, listSessions } from "@/lib/sessions/queries";
import { edges, type SessionState } from "@/lib/sessions/rules";
import { makePerson } from "@/prisma/seed/factories";
import { holdSession, joinCareTeam } from "@/prisma/seed/sessions";
import { asRole, asSuperuser } from "../support/database";
import { changesOf, entriesOf, hour, makeCare, planIn, soon } from "../support/sessions";

describe("the day of a session", () => {
  test("it is checked in, started and completed, and the log says who and when", async () => {
    const { admin, therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(0));
    await withClock(soon(0), async () => {
      await checkIn(therapist, { sessionId });
      await startSession(therapist, { sessionId });
      await completeSession(therapist, { sessionId });
    });
    const session = await read(therapist, (db) => findSession(db, sessionId));
    expect(session).toMatchObject({
      state: "completed",
      startedAt: expect.any(Date),
      completedAt: expect.any(Date),
      version: 4,
    });
    expect((await changesOf(therapist, sessionId)).map(({ to }) => to)).toEqual([
      "scheduled",
      "checkedIn",
      "inProgress",
      "completed",
    ]);
    for (const verb of ["session.checkIn", "session.start", "session.complete"])
      expect(await entriesOf(admin, verb)).toEqual([
        { actorId: therapist.personId, patientId: patient.personId, subjectId: sessionId },
      ]);
  });

  test("it is not checked in or started on an earlier day", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(24 * 3));
    await expect(checkIn(therapist, { sessionId })).rejects.toThrow("This session is planned for");
    await expect(startSession(therapist, { sessionId })).rejects.toThrow("This session is planned for");
  });

  test("recorded days later, it has the times that were planned", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(-72));
    await startSession(therapist, { sessionId });
    await completeSession(therapist, { sessionId });
    expect(await read(therapist, (db) => findSession(db, sessionId))).toMatchObject({
      startedAt: soon(-72),
      completedAt: soon(-71),
    });
  });

  test("somebody who does not come is recorded after the hour has come, not before", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(2));
    await expect(markNoShow(therapist, { sessionId })).rejects.toThrow("still to come");
    await withClock(soon(3), () => markNoShow(therapist, { sessionId }));
    expect(await read(therapist, (db) => findSession(db, sessionId))).toMatchObject({ state: "noShow" });
  });

  test("a cancelled session keeps its reason, for the care team alone", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(30));
    await cancelSession(therapist, { sessionId, reason: "Feverish" });
    expect(await changesOf(therapist, sessionId)).toContainEqual({
      from: "scheduled",
      to: "cancelled",
      reason: "Feverish",
      byId: therapist.personId,
    });
    expect(await changesOf(patient, sessionId)).toEqual([]);
  });

  test("of two who act at once, one is told that it has changed", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(0));
    const results = await Promise.allSettled([
      withClock(soon(0), () => startSession(therapist, { sessionId })),
      cancelSession(therapist, { sessionId, reason: "Ill" }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await changesOf(therapist, sessionId)).toHaveLength(2);
  });
});

describe("who may act on a session", () => {
  const acts = { cancelSession, checkIn, startSession, completeSession, markNoShow };

  test.each(Object.entries(acts))(
    "%s is not open to patients, companions or admins, nor to therapists of others",
    async (_name, act) => {
      const { clinicId, admin, therapist, colleague, patient } = await makeCare();
      const stranger = await makeCare();
      const companion = await makePerson(clinicId, "companion");
      const sessionId = await planIn(therapist, patient, soon(0));
      const input = { sessionId, reason: "x" };
      for (const actor of [patient, companion, admin])
        await expect(act(actor, input)).rejects.toMatchObject({ code: "refused" });
      for (const actor of [colleague, stranger.therapist])
        await expect(act(actor, input)).rejects.toMatchObject({ code: "not-found" });
      expect(await read(therapist, (db) => findSession(db, sessionId))).toMatchObject({
        state: "scheduled",
        version: 1,
      });
    },
  );

  test("a therapist whose place on the care team has ended sees no session any more", async () => {
    const { admin, therapist, colleague, patient } = await makeCare();
    await joinCareTeam(admin, patient, colleague, { until: new Date(Date.now() - hour) });
    const sessionId = await planIn(therapist, patient, soon(30));
    expect(await read(colleague, (db) => findSession(db, sessionId))).toBeNull();
    expect(await read(colleague, (db) => listSessions(db, patient.personId))).toEqual([]);
  });
});

describe("states", () => {
  const states = Object.keys(edges) as SessionState[];

  test.each(states)("the database moves a session from %s along the same edges as the portal", async (from) => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(30));
    await asSuperuser(async (sql) => {
      for (const to of states.filter((state) => state !== from)) {
        await sql.query("begin");
        await sql.query("set local session_replication_role = replica");
        await sql.query(`update "Session" set "state" = $2 where "id" = $1`, [sessionId, from]);
        await sql.query("set local session_replication_role = origin");
        const move = sql.query(`update "Session" set "state" = $2 where "id" = $1`, [sessionId, to]);
        if (edges[from].includes(to)) await move;
        else await expect(move, `${from} to ${to}`).rejects.toThrow("a session cannot go from");
        await sql.query("rollback");
      }
    });
  });

  test("a refused step says why", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await holdSession(therapist, patient, { startsAt: soon(-5) });
    await expect(startSession(therapist, { sessionId })).rejects.toThrow(
      "This session is completed, so it cannot be started.",
    );
    await expect(completeSession(therapist, { sessionId })).rejects.toThrow("This session is already completed.");
    await expect(cancelSession(therapist, { sessionId, reason: "x" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("in the database, past the portal", () => {
  const asTherapist = async (therapist: Actor, statement: string, values: unknown[]) =>
    asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [therapist.handleHash]);
      return sql.query(statement, values);
    });

  const copy = `insert into "Session" ("id", "clinicId", "courseId", "patientId", "therapistId", "kind", "state", "startsAt", "endsAt", "createdAt", "replacesId")
    select gen_random_uuid(), "clinicId", "courseId", "patientId", coalesce($2, "therapistId"), "kind", $3::"SessionState", "startsAt" + interval '9 h', "endsAt" + interval '9 h', now(), $4
    from "Session" where "id" = $1`;

  test("a therapist cannot change when, where and with whom a session is", async () => {
    const { therapist, patient } = await makeCare();
    const sessionId = await planIn(therapist, patient, soon(30));
    for (const column of [
      "startsAt",
      "endsAt",
      "place",
      "therapistId",
      "courseId",
      "kind",
      "replacesId",
      "patientId",
    ]) {
      const change = asTherapist(therapist, `update "Session" set "${column}" = "${column}" where "id" = $1`, [
        sessionId,
      ]);
      await expect(change, column).rejects.toThrow("permission denied");
    }
  });

  test("a session begins as planned, is led by the care team, and replaces a cancelled one of the same course", async () => {
    const { clinicId, admin, therapist, colleague, patient } = await makeCare();
    const other = await makePerson(clinicId, "patient");
    await joinCareTeam(admin, other, therapist);
    const sessionId = await planIn(therapist, patient, soon(30));
    const others = await planIn(therapist, other, soon(60));
    await cancelSession(therapist, { sessionId: others, reason: "Ill" });
    const add = (leads: string | null, state: string, replaces: string | null) =>
      asTherapist(therapist, copy, [sessionId, leads, state, replaces]);
    await expect(add(null, "completed", null)).rejects.toThrow("row-level security");
    await expect(add(colleague.personId, "scheduled", null)).rejects.toThrow("somebody on the care team");
    await expect(add(null, "scheduled", sessionId)).rejects.toThrow("replaces a cancelled one");
    await expect(add(null, "scheduled", others)).rejects.toThrow("replaces a cancelled one");
    await add(null, "scheduled", null);
  });
});

test("the next session is the one under way, then the nearest that is still to come", async () => {
  const { therapist, patient } = await makeCare();
  const next = () => read(patient, (db) => findNextSession(db, patient.personId, new Date()));
  expect(await next()).toBeNull();
  await holdSession(therapist, patient, { startsAt: soon(-50) });
  const later = await planIn(therapist, patient, soon(90));
  const nearest = await planIn(therapist, patient, soon(60));
  expect(await next()).toMatchObject({ id: nearest });
  await cancelSession(therapist, { sessionId: nearest, reason: "Ill" });
  expect(await next()).toMatchObject({ id: later });
});
