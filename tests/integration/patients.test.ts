import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { listGoals } from "@/lib/goals/queries";
import { setIntention } from "@/lib/intentions/commands";
import { findPatientRecord, findUnseen, listMyPatients, listNewlyShared } from "@/lib/patients/queries";
import { openRecord, seeShared } from "@/lib/records/commands";
import { cancelSession } from "@/lib/sessions/commands";
import { listSessions } from "@/lib/sessions/queries";
import { takeBack } from "@/lib/sharing/commands";
import { makePerson, signedIn } from "@/prisma/seed/factories";
import { holdSession, joinCareTeam, planSession } from "@/prisma/seed/sessions";
import { asSuperuser } from "../support/database";
import { hour, inHours, makePractice } from "../support/patients";
import { countStatements } from "../support/statements";

const intend = (patient: Actor, sessionId: string, text = "To let my shoulders down") =>
  setIntention(patient, { sessionId, text, version: 0, forCareTeam: true });

const myPatients = (therapist: Actor, q = "", place = {}) => read(therapist, (db) => listMyPatients(db, q, place));

describe("my patients", () => {
  test("a therapist sees whom they treat, by name, with the next and the last session", async () => {
    const { clinicId, therapist, colleague, treat } = await makePractice();
    const zoe = await treat("zoe Marsh");
    const noor = await treat("Noor Haddad");
    await makePerson(clinicId, "patient", { name: "Somebody else's" });
    const last = await holdSession(therapist, noor, { startsAt: inHours(-50) });
    await holdSession(therapist, noor, { startsAt: inHours(-90) });
    await planSession(therapist, noor, { startsAt: inHours(90) });
    const cancelled = await planSession(therapist, noor, { startsAt: inHours(30) });
    await cancelSession(therapist, { sessionId: cancelled, reason: "Ill" });
    const next = await planSession(therapist, noor, { startsAt: inHours(60), kind: "integration" });
    const { rows } = await myPatients(therapist);
    expect(rows).toMatchObject([
      {
        id: noor.personId,
        fullName: "Noor Haddad",
        next: { id: next, kind: "integration", startsAt: inHours(60) },
        last: { id: last, kind: "dosing", state: "completed" },
      },
      { id: zoe.personId, next: null, last: null },
    ]);
    expect((await myPatients(colleague)).rows).toEqual([]);
  });

  test("a search finds a part of either name, and takes its signs for what they are", async () => {
    const { therapist, treat } = await makePractice();
    await treat("Noor Haddad");
    await treat("100% Mika_Lund");
    const names = async (q: string) => (await myPatients(therapist, q)).rows.map(({ fullName }) => fullName);
    expect(await names("hADd")).toEqual(["Noor Haddad"]);
    expect(await names("%")).toEqual(["100% Mika_Lund"]);
    expect(await names("a_L")).toEqual(["100% Mika_Lund"]);
    expect(await names('\'; drop table "Person"; --')).toEqual([]);
    expect(await names("\\")).toEqual([]);
  });

  test("pages follow each other without a gap or a repetition, forwards and back", async () => {
    const { clinicId, therapist } = await makePractice();
    await treatMany(clinicId, therapist, 60);
    const first = await myPatients(therapist);
    const second = await myPatients(therapist, "", { after: first.after });
    const third = await myPatients(therapist, "", { after: second.after });
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([25, 25, 10]);
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(60);
    expect([first.before, third.after]).toEqual([undefined, undefined]);
    const back = await myPatients(therapist, "", { before: third.before });
    expect(back.rows).toEqual(second.rows);
    expect((await myPatients(therapist, "", { before: back.before })).before).toBeUndefined();
  });

  test("the list takes the same number of statements for 5 and for 100 patients, and so does a record for 2 and for 40 sessions", async () => {
    const { clinicId, therapist, treat } = await makePractice();
    const noor = await treat("Noor Haddad");
    const listing = () => myPatients(therapist);
    const record = () =>
      read(therapist, async (db) => {
        await findPatientRecord(db, noor.personId, therapist);
        await listSessions(db, noor.personId);
        await listGoals(db, noor.personId);
        await listNewlyShared(db, therapist.personId);
      });
    for (const start of [30, 60]) await intend(noor, await planSession(therapist, noor, { startsAt: inHours(start) }));
    const before = [await countStatements(listing), await countStatements(record)];
    await treatMany(clinicId, therapist, 100);
    for (let start = 100; start < 140; start += 2) await planSession(therapist, noor, { startsAt: inHours(start) });
    expect([await countStatements(listing), await countStatements(record)]).toEqual(before);
  });

  /** Straight into the database: a page needs many. */
  const treatMany = (clinicId: string, therapist: Actor, count: number) =>
    asSuperuser(async (sql) => {
      for (let number = 0; number < count; number++) {
        const [id, account] = [crypto.randomUUID(), crypto.randomUUID()];
        await sql.query(
          `insert into "Account" ("id", "email", "passwordHash", "passwordChangedAt", "createdAt") values ($1, $2, '!', now(), now())`,
          [account, `${account}@people.test`],
        );
        await sql.query(
          `insert into "Person" ("id", "clinicId", "accountId", "role", "name", "timeZone", "createdAt") values ($1, $2, $3, 'patient', $4, 'UTC', now())`,
          [id, clinicId, account, `Patient ${number % 7}`],
        );
        await sql.query(
          `insert into "CareTeamMember" ("id", "clinicId", "patientId", "therapistId", "from", "addedById") values ($1, $2, $3, $4, now(), $4)`,
          [crypto.randomUUID(), clinicId, id, therapist.personId],
        );
      }
    });
});

describe("a record", () => {
  test("says who the patient is and who treats them since when", async () => {
    const { admin, therapist, colleague, treat } = await makePractice();
    const since = new Date(Date.now() - 60 * 24 * hour);
    const patient = await treat("Noor Haddad", { from: since });
    await joinCareTeam(admin, patient, colleague, { until: new Date(Date.now() - hour) });
    await asSuperuser(async (sql) => {
      await sql.query(`update "Contact" set "birthDate" = '1990-01-01' where "personId" = $1`, [patient.personId]);
    });
    const record = await read(therapist, (db) => findPatientRecord(db, patient.personId, therapist));
    expect(record).toMatchObject({ name: "Noor", fullName: "Noor Haddad", since, careTeam: [{ name: "Ana Reyes" }] });
    expect(record?.age).toBe(new Date().getUTCFullYear() - 1990);
  });

  test("opening it is logged once for each sitting, for the patient to see", async () => {
    const { therapist, treat } = await makePractice();
    const patient = await treat("Noor Haddad");
    for (let times = 0; times < 3; times++) await openRecord(therapist, patient.personId);
    await openRecord(await signedIn(therapist.personId), patient.personId);
    const opened = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "record.open" } }));
    expect(opened).toHaveLength(2);
    expect(opened[0]).toMatchObject({ actorId: therapist.personId, patientId: patient.personId, subject: "record" });
  });

  test("it is not there for a therapist outside the care team, of another clinic, or after their place has ended", async () => {
    const { admin, colleague, treat } = await makePractice();
    const stranger = await makePractice();
    const patient = await treat("Noor Haddad");
    await joinCareTeam(admin, patient, colleague, { until: new Date(Date.now() - hour) });
    for (const actor of [colleague, stranger.therapist]) {
      await expect(openRecord(actor, patient.personId)).rejects.toMatchObject({ code: "not-found" });
      expect(await read(actor, (db) => findPatientRecord(db, patient.personId, actor))).toBeNull();
    }
    expect(await read(patient, (db) => db.auditEntry.count({ where: { verb: "record.open" } }))).toBe(0);
  });

  test.each(["nonsense", "", "01a1fbf0-0000-7000-8000-000000000000"])("“%s” is no record", async (id) => {
    const { therapist } = await makePractice();
    await expect(openRecord(therapist, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a colleague's own record is no patient's", async () => {
    const { therapist, colleague } = await makePractice();
    await expect(openRecord(therapist, colleague.personId)).rejects.toMatchObject({ code: "not-found" });
  });

  test.each(["patient", "admin", "companion"] as const)("a %s cannot open it", async (role) => {
    const { clinicId, treat } = await makePractice();
    const patient = await treat("Noor Haddad");
    const actor = await makePerson(clinicId, role);
    await expect(openRecord(actor, patient.personId)).rejects.toMatchObject({ code: "refused" });
    await expect(seeShared(actor, patient.personId, [])).rejects.toMatchObject({ code: "refused" });
  });
});

describe("what is newly shared", () => {
  test("it waits for each therapist until they have had it open, and the patient can see when that was", async () => {
    const { admin, therapist, colleague, treat } = await makePractice();
    const patient = await treat("Noor Haddad");
    await joinCareTeam(admin, patient, colleague);
    const sessionId = await planSession(therapist, patient, { startsAt: inHours(30) });
    await intend(patient, sessionId);
    const waiting = (who: Actor) => read(who, (db) => listNewlyShared(db, who.personId));
    const [entry] = await waiting(therapist);
    expect(entry).toMatchObject({ subject: "intention", sessionId, kind: "dosing", patientName: "Noor Haddad" });
    const subjectId = entry?.subjectId ?? "";
    expect(await read(therapist, (db) => findUnseen(db, therapist.personId, [subjectId]))).toEqual(
      new Set([subjectId]),
    );
    await seeShared(therapist, patient.personId, [subjectId]);
    await seeShared(therapist, patient.personId, [subjectId]);
    expect(await waiting(therapist)).toEqual([]);
    expect(await waiting(colleague)).toHaveLength(1);
    expect(await read(patient, (db) => db.shareSeen.findMany())).toMatchObject([
      { subjectId, personId: therapist.personId },
    ]);
    expect(await read(admin, (db) => db.auditEntry.findFirst({ where: { verb: "share.see" } }))).toMatchObject({
      patientId: patient.personId,
      subject: "intention",
      subjectId,
    });
  });

  test("what was taken back waits for nobody, and cannot be marked as seen", async () => {
    const { therapist, treat } = await makePractice();
    const patient = await treat("Noor Haddad");
    const sessionId = await planSession(therapist, patient, { startsAt: inHours(30) });
    await intend(patient, sessionId);
    const [entry] = await read(therapist, (db) => listNewlyShared(db, therapist.personId));
    const subjectId = entry?.subjectId ?? "";
    await takeBack(patient, { subject: "intention", subjectId, audience: "careTeam" });
    expect(await read(therapist, (db) => listNewlyShared(db, therapist.personId))).toEqual([]);
    await expect(seeShared(therapist, patient.personId, [subjectId])).rejects.toMatchObject({ code: "not-found" });
    expect(await read(patient, (db) => db.shareSeen.count())).toBe(0);
    const [session] = await read(therapist, (db) => listSessions(db, patient.personId));
    expect(session?.intention).toBeNull();
  });
});
