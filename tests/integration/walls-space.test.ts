import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/db";
import { asRole, asSuperuser } from "../support/database";
import { adding, attempt, changing, type Row, type Statement } from "../support/forging";
import { makeWorld, type Who, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const id = (who: Who) => world.actors[who].personId;
const row = (name: string) => world.ids[name];
const at = new Date();
const later = new Date(Date.now() + 86_400_000);

const entry = (values: Row) =>
  adding(world, "Entry", {
    patientId: id("patient"),
    kind: "page",
    sealed: "v1.x",
    words: [],
    at,
    savedAt: at,
    ...values,
  });
const media = (values: Row) =>
  adding(world, "Media", {
    patientId: id("patient"),
    kind: "image",
    source: "upload",
    type: "image/webp",
    size: 1,
    bytes: Buffer.from("x"),
    sealed: "v1.x",
    at,
    ...values,
  });
const answer = (values: Row) =>
  adding(world, "Answer", {
    patientId: id("patient"),
    subjectId: row("sharedEntry"),
    authorId: id("therapist"),
    textSealed: "v1.x",
    at,
    ...values,
  });
const item = (values: Row) =>
  adding(world, "PlanItem", {
    patientId: id("patient"),
    planId: row("plan"),
    slug: "body-scan",
    addedAt: at,
    changedAt: at,
    addedById: id("therapist"),
    ...values,
  });
const share = (values: Row) =>
  adding(world, "Share", { patientId: id("patient"), subject: "entry", audience: "careTeam", sharedAt: at, ...values });
const book = (values: Row) => adding(world, "Book", { patientId: id("otherPatient"), askedAt: at, ...values });
const clinicPractice = (values: Row) =>
  adding(world, "ClinicPractice", { slug: newId(), family: "body", content: "{}", updatedAt: at, ...values });
const checkIn = (values: Row) =>
  adding(world, "CheckIn", { patientId: id("patient"), day: "2026-01-01", at, ...values });

const refusals = ["42501", "23000", "23514"];

describe("what the database refuses in the integration space, whatever the application says", () => {
  const refused: [Who, string, () => Statement][] = [
    ["otherPatient", "writes into another's journal", () => entry({})],
    ["therapist", "writes into a patient's journal", () => entry({})],
    ["companion", "writes into a patient's journal", () => entry({})],
    ["patient", "begins a letter that is sealed", () => entry({ kind: "letter", sealedUntil: later })],
    ["patient", "seals by hand", () => changing("Entry", "sealedUntil", later, row("ownEntry"))],
    ["patient", "rewords a letter that was sealed once", () => changing("Entry", "sealed", "v1.y", row("openLetter"))],
    ["patient", "moves a page to another day", () => changing("Entry", "at", later, row("ownEntry"))],
    ["patient", "shares a letter that waits", () => share({ subjectId: row("waitingLetter") })],
    [
      "otherPatient",
      "shares another's page",
      () => share({ patientId: id("otherPatient"), subjectId: row("ownEntry") }),
    ],
    ["therapist", "shares for a patient", () => share({ subjectId: row("ownEntry") })],
    ["therapist", "answers what is not shared", () => answer({ subjectId: row("ownEntry") })],
    ["therapist", "answers what was taken back", () => answer({ subjectId: row("takenBackEntry") })],
    ["therapist", "answers in another's name", () => answer({ authorId: id("colleague") })],
    ["colleague", "answers for another's patient", () => answer({ authorId: id("colleague") })],
    ["patient", "answers in a therapist's name", () => answer({})],
    ["patient", "rewords an answer", () => changing("Answer", "textSealed", "x", row("answer"))],
    [
      "otherPatient",
      "adds a picture to another's page",
      () => media({ patientId: id("otherPatient"), entryId: row("ownEntry") }),
    ],
    ["companion", "adds a picture", () => media({ entryId: row("companionEntry") })],
    ["patient", "changes what is in a picture", () => changing("Media", "bytes", Buffer.from("y"), row("ownMedia"))],
    ["patient", "adds 11 megabytes", () => media({ bytes: Buffer.alloc(11 * 1024 * 1024) })],
    ["colleague", "works on a plan that is not theirs", () => item({ addedById: id("colleague") })],
    ["therapist", "adds a practice of the patient's own to a plan", () => item({ slug: row("ownPractice") })],
    [
      "patient",
      "shares a picture of a letter that waits",
      () => share({ subject: "media", subjectId: row("mediaOfLetter") }),
    ],
    ["therapist", "adds to a plan in the patient's name", () => item({ addedById: id("patient") })],
    ["companion", "adds to a plan", () => item({ addedById: id("companion") })],
    ["therapist", "notes a practice", () => adding(world, "PracticeLog", { patientId: id("patient"), slug: "x", at })],
    ["therapist", "keeps a check-in", () => checkIn({})],
    ["patient", "is in a mood of six", () => checkIn({ mood: 6 })],
    ["patient", "sleeps 25 hours", () => checkIn({ sleepHours: 24.5 })],
    ["patient", "changes the clinic's practices", () => clinicPractice({ byId: id("patient") })],
    ["admin", "changes the clinic's practices", () => clinicPractice({ byId: id("admin") })],
    ["therapist", "changes the clinic's practices in another's name", () => clinicPractice({ byId: id("colleague") })],
    ["patient", "asks for another's book", () => book({})],
    ["otherPatient", "has a book ready without a job", () => book({ state: "ready" })],
  ];
  test.each(refused)("%s %s", async (who, _what, statement) => {
    const [text, values] = statement();
    const refusal = await attempt(world.actors[who].handleHash, text, values).then(
      (rows) => `${rows} rows`,
      (error: { code: string }) => error.code,
    );
    expect(refusals).toContain(refusal);
  });

  const without: [Who, string, () => Statement][] = [
    ["patient", "rewords a letter that waits", () => changing("Entry", "sealed", "v1.y", row("waitingLetter"))],
    ["therapist", "rewords a shared page", () => changing("Entry", "sealed", "v1.y", row("sharedEntry"))],
    ["companion", "puts a shared page away", () => changing("Entry", "putAwayAt", at, row("companionEntry"))],
    ["therapist", "takes a shared sensation out", () => changing("Sensation", "removedAt", at, row("sharedSensation"))],
    ["therapist", "describes a shared picture", () => changing("Media", "sealed", "v1.y", row("sharedMedia"))],
    [
      "otherPatient",
      "changes how the portal fits another",
      () => changing("Fit", "look", "plain", id("patient"), "patientId"),
    ],
    ["otherPatient", "ends another's book", () => changing("Book", "pdf", null, row("book"))],
  ];
  test.each(without)("%s %s, and no row is there for it", async (who, _what, statement) => {
    const [text, values] = statement();
    const rows = await attempt(world.actors[who].handleHash, text, values).catch(
      (error: { code: string }) => error.code,
    );
    expect([0, "42501"]).toContain(rows);
  });
});

describe("what stays possible", () => {
  const allowed: [Who, string, () => Statement][] = [
    ["patient", "writes", () => entry({})],
    ["patient", "puts a letter away that was sealed once", () => changing("Entry", "putAwayAt", at, row("openLetter"))],
    ["patient", "shares an own page", () => share({ subjectId: row("ownEntry") })],
    ["therapist", "answers what is shared", () => answer({})],
    ["patient", "adds a picture to an own page", () => media({ entryId: row("ownEntry") })],
    ["therapist", "adds to a shared plan", () => item({})],
    [
      "therapist",
      "changes the rhythm in a shared plan",
      () => changing("PlanItem", "rhythm", "Sundays", row("planItem")),
    ],
    ["therapist", "changes the clinic's practices", () => clinicPractice({ byId: id("therapist") })],
    ["otherPatient", "asks for a book", () => book({})],
    ["patient", "keeps a check-in at every boundary", () => checkIn({ mood: 1, pain: 5, sleepHours: 24, water: 0 })],
  ];
  test.each(allowed)("%s %s", async (who, _what, statement) => {
    const [text, values] = statement();
    await expect(attempt(world.actors[who].handleHash, text, values)).resolves.toBe(1);
  });
});

test("the clinic's practices are read by its patients and therapists, and by nobody else", async () => {
  const readers: Who[] = [];
  for (const who of Object.keys(world.actors) as Who[]) {
    const seen = await attempt(world.actors[who].handleHash, `select 1 from "ClinicPractice"`).catch(() => 0);
    if (seen) readers.push(who);
  }
  expect(readers.sort()).toEqual(["colleague", "formerTherapist", "otherPatient", "patient", "therapist"]);
});

test("a letter that waits is known to its writer by its day alone, and to nobody else at all", async () => {
  for (const who of Object.keys(world.actors) as Who[]) {
    const seen = await attempt(world.actors[who].handleHash, "select * from waiting_letters()").catch(() => 0);
    expect(seen, who).toBe(who === "patient" ? 1 : 0);
  }
});

test("a letter opens on its day", async () => {
  const waiting = `select 1 from "Entry" where "id" = '${row("waitingLetter")}'`;
  const { handleHash } = world.actors.patient;
  expect(await attempt(handleHash, waiting)).toBe(0);
  const until = (sql: string) =>
    asSuperuser(async (db) => {
      await db.query("set session_replication_role = replica");
      await db.query(`update "Entry" set "sealedUntil" = ${sql} where "id" = $1`, [row("waitingLetter")]);
    });
  await until("now() + interval '2 seconds'");
  expect(await attempt(handleHash, waiting)).toBe(0);
  await until("now()");
  expect(await attempt(handleHash, waiting)).toBe(1);
  await until("now() + interval '30 days'");
});

test("nobody asks for the book of another, nor binds it in the place of another's", async () => {
  const job = (bookId: string, handle: string, key: string) =>
    attempt(
      world.actors.patient.handleHash,
      `select enqueue('book', '{"id":"${bookId}","handleHash":"${handle}"}', 'book:${key}')`,
    );
  const mine = row("book") ?? "";
  await expect(job(newId(), world.actors.patient.handleHash, newId())).rejects.toThrow("a job of its own");
  await expect(job(row("otherBook") ?? "", world.actors.patient.handleHash, row("otherBook") ?? "")).rejects.toThrow(
    "nobody asks for the book of another",
  );
  await expect(job(mine, world.actors.otherPatient.handleHash, mine)).rejects.toThrow(
    "nobody asks for the book of another",
  );
  await expect(job(mine, world.actors.patient.handleHash, newId())).rejects.toThrow("a job of its own");
  await expect(job(mine, world.actors.patient.handleHash, mine)).resolves.toBe(1);
});

test("the worker closes books without reading one", async () => {
  await asRole("portal_worker", async (sql) => {
    await expect(sql.query('select "pdf" from "Book"')).rejects.toThrow("permission denied");
    await expect(sql.query(`update "Book" set "pdf" = null where "endsAt" < now()`)).resolves.toBeTruthy();
    await expect(sql.query('select 1 from "Entry"')).rejects.toThrow("permission denied");
  });
});
