import { describe, expect, test, vi } from "vitest";
import { keepCheckIn } from "@/lib/checkIns/commands";
import { findCheckIn, findCheckInById, listCheckIns, listDoses } from "@/lib/checkIns/queries";
import { checkInInput } from "@/lib/checkIns/schema";
import type { Actor } from "@/lib/core/actor";
import { dayOf, now, withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { changeFit } from "@/lib/fit/commands";
import { fitInput } from "@/lib/fit/schema";
import { share, takeBack } from "@/lib/sharing/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";
import { countStatements, renderOnServer } from "../support/statements";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
}));

const answers = (given: Record<string, string> = {}) => checkInInput.parse(given);
const today = (actor: Actor) => dayOf(now(), actor.timeZone);
const seenBy = (reader: Actor, patient: Actor) => read(reader, (db) => listCheckIns(db, patient.personId));

test("a patient keeps how today is, with one word that nobody else can read, and the log says that much", async () => {
  const { patient } = await makeTrio();
  const given = { mood: "4", state: "settled", sleepHours: "6.5", screens: "1.5", water: "3", word: "room" };
  const id = await keepCheckIn(patient, answers(given));
  const kept = await read(patient, (db) => findCheckIn(db, patient.personId, today(patient)));
  expect(kept).toMatchObject({
    ...{ id, day: today(patient), mood: 4, anxiety: null, state: "settled", sleepHours: 6.5, screens: 1.5, water: 3 },
    ...{ word: "room", version: 1 },
  });
  const [row] = await read(patient, (db) => db.checkIn.findMany({ select: { wordSealed: true } }));
  expect(row?.wordSealed).toMatch(/^v1\./);
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "checkIn.keep" } }));
  expect(entries).toMatchObject([{ patientId: patient.personId, subject: "checkIn", subjectId: id }]);
  expect(JSON.stringify(entries)).not.toMatch(/room|settled|mood/);
});

test("the second one of a day changes the first", async () => {
  const { patient } = await makeTrio();
  const id = await keepCheckIn(patient, answers({ mood: "2", word: "fog" }));
  expect(await keepCheckIn(patient, answers({ version: "1", mood: "4" }))).toBe(id);
  expect(await seenBy(patient, patient)).toMatchObject([{ id, mood: 4, word: "", version: 2 }]);
});

test("a day kept in two windows: the second is shown both", async () => {
  const { patient } = await makeTrio();
  await keepCheckIn(patient, answers({ mood: "2", sleepHours: "7.5", word: "fog" }));
  const current = { mood: "2", sleepHours: "7.5", word: "fog", energy: "", version: "1" };
  await expect(keepCheckIn(patient, answers({ mood: "5" }))).rejects.toMatchObject({
    code: "conflict",
    detail: { current },
  });
  await keepCheckIn(patient, answers({ version: "1", mood: "3" }));
  await expect(keepCheckIn(patient, answers({ version: "1", mood: "5" }))).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { mood: "3", version: "2" } },
  });
  expect(await seenBy(patient, patient)).toMatchObject([{ mood: 3, version: 2 }]);
});

test("nothing answered keeps nothing; a day that was emptied is no longer listed", async () => {
  const { patient } = await makeTrio();
  await expect(keepCheckIn(patient, answers())).rejects.toThrow("that is fine");
  expect(await read(patient, (db) => db.checkIn.count())).toBe(0);
  await keepCheckIn(patient, answers({ mood: "2" }));
  await keepCheckIn(patient, answers({ version: "1" }));
  expect(await seenBy(patient, patient)).toEqual([]);
  expect(await read(patient, (db) => findCheckIn(db, patient.personId, today(patient)))).toMatchObject({ version: 2 });
});

test("the day is the patient's own: at the same minute it is Saturday in Auckland and Friday in New York", async () => {
  const { clinicId } = await makeClinic();
  const at = new Date("2026-11-21T04:59:00Z");
  const dayIn = async (timeZone: string) => {
    const patient = { ...(await makePerson(clinicId, "patient")), timeZone };
    await withClock(at, () => keepCheckIn(patient, answers({ mood: "3" })));
    return (await seenBy(patient, patient))[0]?.day;
  };
  expect(await dayIn("America/New_York")).toBe("2026-11-20");
  expect(await dayIn("Europe/Berlin")).toBe("2026-11-21");
  expect(await dayIn("Pacific/Auckland")).toBe("2026-11-21");
});

test("a page opened before midnight still keeps its day, and the new day begins empty", async () => {
  const { clinicId } = await makeClinic();
  const patient = { ...(await makePerson(clinicId, "patient")), timeZone: "America/New_York" };
  await withClock(new Date("2026-11-21T04:59:59Z"), () => keepCheckIn(patient, answers({ mood: "3" })));
  await withClock(new Date("2026-11-21T05:00:01Z"), async () => {
    expect(await read(patient, (db) => findCheckIn(db, patient.personId, today(patient)))).toBeNull();
    await keepCheckIn(patient, answers({ day: "2026-11-20", version: "1", mood: "4" }));
    await keepCheckIn(patient, answers({ day: "2026-11-21", mood: "1" }));
  });
  const kept = await seenBy(patient, patient);
  expect(kept).toMatchObject([
    { day: "2026-11-21", mood: 1 },
    { day: "2026-11-20", mood: 4 },
  ]);
  const old = answers({ day: "2026-11-18", mood: "2" });
  await expect(withClock(new Date("2026-11-21T05:00:01Z"), () => keepCheckIn(patient, old))).rejects.toThrow(
    "A new day has begun",
  );
});

describe("who sees it", () => {
  test("at first nobody else; shared by choice, and gone when taken back", async () => {
    const { patient, therapist, companion, clinicId } = await makeTrio();
    await makeSession(therapist, patient, 24);
    await makeGrant(patient, companion);
    const colleague = await makePerson(clinicId, "therapist");
    const neighbour = await makePerson(clinicId, "patient");
    const { admin: stranger } = await makeClinic({ name: "Another clinic" });
    const subjectId = await keepCheckIn(patient, answers({ mood: "4", word: "room" }));
    const everybody = [therapist, companion, colleague, neighbour, stranger];
    for (const other of everybody) expect(await seenBy(other, patient)).toEqual([]);

    const forTeam = { subject: "checkIn", subjectId, audience: "careTeam" } as const;
    const forSam = { ...forTeam, audience: "companion", companionId: companion.personId } as const;
    await share(patient, forTeam);
    expect(await seenBy(therapist, patient)).toMatchObject([{ word: "room" }]);
    for (const other of [companion, colleague, neighbour, stranger]) expect(await seenBy(other, patient)).toEqual([]);
    await share(patient, forSam);
    expect(await seenBy(companion, patient)).toMatchObject([{ mood: 4 }]);

    await takeBack(patient, forTeam);
    await takeBack(patient, forSam);
    for (const other of everybody) {
      expect(await seenBy(other, patient)).toEqual([]);
      expect(await read(other, (db) => findCheckInById(db, subjectId))).toBeNull();
    }
    expect(await seenBy(patient, patient)).toHaveLength(1);
  });

  test("where check-ins go to the care team, a new one does in the same write; a changed one stays as the patient left it", async () => {
    const { patient, therapist } = await makeTrio();
    await changeFit(patient, fitInput.parse({ sharesCheckIns: "on" }));
    const subjectId = await keepCheckIn(patient, answers({ mood: "4" }));
    expect(await seenBy(therapist, patient)).toMatchObject([{ mood: 4 }]);
    await takeBack(patient, { subject: "checkIn", subjectId, audience: "careTeam" });
    await keepCheckIn(patient, answers({ version: "1", mood: "2" }));
    expect(await seenBy(therapist, patient)).toEqual([]);
  });

  test("nobody else keeps one", async () => {
    const { therapist, companion, admin } = await makeTrio();
    for (const other of [therapist, companion, admin]) {
      await expect(keepCheckIn(other, answers({ mood: "3" }))).rejects.toMatchObject({ code: "refused" });
    }
  });
});

test("doses are the dosing sessions that took place", async () => {
  const { patient, therapist } = await makeTrio();
  const past = await makeSession(therapist, patient, -30);
  await makeSession(therapist, patient, 30);
  const range = { from: new Date(now().getTime() - 7 * 86_400_000), to: now() };
  expect(await read(patient, (db) => listDoses(db, patient.personId, range))).toEqual([]);
  for (const state of ["checkedIn", "inProgress", "completed"]) {
    await asSuperuser((sql) => sql.query(`update "Session" set "state" = '${state}' where "id" = $1`, [past]));
  }
  expect(await read(patient, (db) => listDoses(db, patient.personId, range))).toHaveLength(1);
});

test("the page asks the database as often for five days as for five hundred, and reads the chosen weeks alone", async () => {
  const { patient, clinicId } = await makeTrio();
  acting = patient;
  const days = (from: number, to: number) =>
    asSuperuser((sql) =>
      sql.query(`insert into "CheckIn" ("id", "clinicId", "patientId", "day", "at", "mood", "sleepHours")
        select gen_random_uuid(), '${clinicId}', '${patient.personId}', current_date - i, now(), 1 + i % 5, 6.5
        from generate_series(${from}, ${to}) i`),
    );
  const { default: CheckInsPage } = await import("@/app/my/check-ins/page");
  const open = (weeks: string) =>
    countStatements(() =>
      renderOnServer(CheckInsPage({ params: Promise.resolve({}), searchParams: Promise.resolve({ weeks }) })),
    );
  await days(2, 6);
  const few = await open("26");
  await days(7, 501);
  expect(await open("26")).toBe(few);
  expect(few).toBeLessThanOrEqual(10);
  const { from, to } = {
    from: dayOf(new Date(now().getTime() - 27 * 86_400_000), patient.timeZone),
    to: today(patient),
  };
  const read4 = await read(patient, (db) => listCheckIns(db, patient.personId, { from, to }));
  expect(read4.length).toBeLessThanOrEqual(28);
});
