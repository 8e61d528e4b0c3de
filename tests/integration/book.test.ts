import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { GET as getFile } from "@/app/api/book/[bookId]/[file]/route";
import { GET as getStage } from "@/app/api/book/[bookId]/route";
import { bindBook } from "@/lib/book/binding/commands";
import { askForBook, downloadBook } from "@/lib/book/commands";
import { findBook, findLatestBook } from "@/lib/book/queries";
import { stageOf } from "@/lib/book/rules";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import type { Actor } from "@/lib/core/actor";
import { now, withClock } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { closeBooks, startWorker } from "@/lib/core/jobs";
import { signNote } from "@/lib/notes/commands";
import { savePsychotherapyNote } from "@/lib/notes/psychotherapy/commands";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { share } from "@/lib/sharing/commands";
import { makeClinic, makePerson, signedIn } from "@/prisma/seed/factories";
import { makeGrant, makeSession, makeTrio, setIntention } from "../support/companions";
import { asSuperuser } from "../support/database";
import { liveThrough, write } from "../support/life";
import { draft, makePractice } from "../support/notes";

const acting = vi.hoisted(() => ({ actor: null as Actor | null, origin: "same-origin" }));
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  findActor: async () => acting.actor,
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "sec-fetch-site": acting.origin }) }));

async function unpack(actor: Actor, id: string) {
  const { bytes } = await downloadBook(actor, { id, file: "zip" });
  return unzipSync(new Uint8Array(bytes));
}

const textOf = (files: Record<string, Uint8Array>, name: string) => strFromU8(files[name] ?? new Uint8Array());

const reader = "pdftotext";

/** The words of a PDF, where the machine has a reader of PDFs. */
function pdfText(bytes: Buffer): string | null {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "book-")), "book.pdf");
  writeFileSync(file, bytes);
  try {
    return execFileSync(reader, ["-layout", file, "-"]).toString().normalize("NFC");
  } catch {
    return null;
  }
}

test("a book holds everything of one's own, and nothing of anybody else", async () => {
  const { patient, therapist, clinicId } = await makeTrio();
  const other = await makePerson(clinicId, "patient", { name: "Zoë" });
  const sessionId = await makeSession(therapist, patient, -2);
  await setIntention(patient, sessionId, "OWN to let my shoulders down");
  const { entryId } = await liveThrough(patient, "OWN");
  await liveThrough(other, "ALIEN");
  await share(patient, { subject: "entry", subjectId: entryId, audience: "careTeam" });
  await giveAnswer(therapist, { patientId: patient.personId, subjectId: entryId, text: "OWN answer" });

  const id = await askForBook(patient);
  expect(stageOf(await read(patient, (db) => findBook(db, id)), now())).toBe("binding");
  await bindBook({ id, handleHash: patient.handleHash });
  expect(await read(patient, (db) => findBook(db, id))).toMatchObject({ state: "ready", progress: 100 });

  const files = await unpack(patient, id);
  const names = Object.keys(files).sort();
  expect(
    names.filter(
      (name) => !/^(README\.md|book\.md|data\.json|(journal|media)\/\d{4}-\d\d-\d\d-\d+\.(md|webp))$/.test(name),
    ),
  ).toEqual([]);
  expect(names.filter((name) => name.startsWith("media/"))).toHaveLength(2);
  expect(names.filter((name) => name.startsWith("journal/"))).toHaveLength(2);
  const marks = [
    "shouting",
    "ease",
    "supper",
    "in the car",
    "to let my shoulders down",
    "the coat on the chair",
    "Coat",
    "put away",
    "coat",
    "two doors",
    "slow",
    "warm",
    "walk",
    "shoes",
    "at dusk",
    "answer",
  ];
  const { bytes } = await downloadBook(patient, { id, file: "pdf" });
  const pdf = pdfText(bytes);
  for (const [where, text] of [
    ["book.md", textOf(files, "book.md")],
    ["data.json", textOf(files, "data.json")],
    ["pdf", pdf],
  ] as const) {
    if (text === null) continue;
    for (const mark of marks) expect(text.replace(/\s+/g, " "), `${where}: ${mark}`).toContain(`OWN ${mark}`);
    expect(text, where).not.toMatch(/ALIEN|SEALED|undefined|\[object/);
    expect(text, where).toContain("žluťoučký kůň, Việt");
  }
  expect(textOf(files, "book.md")).toMatch(/A letter waits until \d+ \w+ \d{4}\./);
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const kept = await asSuperuser(
    async (sql) => (await sql.query('select "pdf", "zip" from "Book" where "id" = $1', [id])).rows[0],
  );
  expect(kept.pdf.subarray(0, 3).toString()).toBe("v1.");
  const verbs = await read(patient, (db) =>
    db.auditEntry.findMany({ where: { verb: { startsWith: "book." } }, select: { verb: true } }),
  );
  expect(verbs.map(({ verb }) => verb).sort()).toEqual(["book.ask", "book.bind", "book.download", "book.download"]);
});

test("what others wrote is in it as far as it was handed over, opened or released", async () => {
  const { clinicId, patient, therapist, colleague, sessionId } = await makePractice();
  const [sam, ada] = [
    await makePerson(clinicId, "companion", { name: "Sam" }),
    await makePerson(clinicId, "companion"),
  ];
  const debrief = { sessionId, version: 0, lines: [{ id: newId(), time: "14:22", text: "OPENED line" }], seemed: "" };
  const grants = [await makeGrant(patient, sam, [sessionId]), await makeGrant(patient, ada, [sessionId])];
  expect(grants).toHaveLength(2);
  const noteId = await saveNote(sam, { ...debrief, saw: "OPENED debrief" });
  await handOverNote(sam, { sessionId, version: 1 });
  await openNote(patient, { noteId });
  await saveNote(ada, { ...debrief, lines: [], saw: "KEPTBACK by Ada" });
  const { id: released, version } = await draft(therapist, sessionId, { plan: "RELEASED plan" });
  await signNote(therapist, { noteId: released, version, password: "", release: "clinic" });
  await draft(colleague, sessionId, { plan: "DRAFTED plan" });
  await savePsychotherapyNote(therapist, { sessionId, version: 0, text: "PRIVATE thought" });

  const id = await askForBook(patient);
  await bindBook({ id, handleHash: patient.handleHash });
  const files = await unpack(patient, id);
  for (const name of ["book.md", "data.json"]) {
    const text = textOf(files, name);
    for (const word of ["OPENED line", "OPENED debrief", "RELEASED plan", "Sam", "Ana Reyes, LPC"])
      expect(text).toContain(word);
    expect(text).not.toMatch(/KEPTBACK|DRAFTED|PRIVATE/);
  }
});

test("the book of somebody who wrote nothing yet is a book too", async () => {
  const { patient } = await makeTrio();
  const id = await askForBook(patient);
  await bindBook({ id, handleHash: patient.handleHash });
  expect(Object.keys(await unpack(patient, id)).sort()).toEqual(["README.md", "book.md", "data.json"]);
});

test("the journal is read in batches, and none is lost between them", async () => {
  const { patient } = await makeTrio();
  await write(patient, "The first page");
  for (let count = 0; count < 105; count++) await write(patient, `Page number ${count}.`);
  const id = await askForBook(patient);
  await bindBook({ id, handleHash: patient.handleHash });
  const files = await unpack(patient, id);
  expect(Object.keys(files).filter((name) => name.startsWith("journal/"))).toHaveLength(106);
});

test("others find no book: neither its progress nor its bytes, and nobody binds it for them", async () => {
  const { patient, therapist, companion, clinicId } = await makeTrio();
  const id = await askForBook(patient);
  const { clinicId: elsewhere } = await makeClinic({ name: "Another clinic" });
  const others = [await makePerson(clinicId, "patient"), await makePerson(elsewhere, "patient")];
  for (const other of others) {
    await expect(bindBook({ id, handleHash: other.handleHash })).rejects.toMatchObject({ code: "not-found" });
  }
  await bindBook({ id, handleHash: patient.handleHash });
  const statuses = async (actor: Actor | null) => {
    acting.actor = actor;
    const params = (file: string) => ({ params: Promise.resolve({ bookId: id, file }) });
    const request = new Request("http://localhost:3000");
    return [
      (await getStage(request, params(""))).status,
      (await getFile(request, params("pdf"))).status,
      (await getFile(request, params("zip"))).status,
    ];
  };
  expect(await statuses(patient)).toEqual([200, 200, 200]);
  for (const other of [therapist, companion, ...others]) expect(await statuses(other)).toEqual([404, 404, 404]);
  expect(await statuses(null)).toEqual([401, 401, 401]);
  acting.origin = "cross-site";
  expect(await statuses(patient)).toEqual([200, 403, 403]);
  acting.origin = "same-origin";
  acting.actor = patient;
  const file = await getFile(new Request("http://localhost:3000"), {
    params: Promise.resolve({ bookId: id, file: "pdf" }),
  });
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="my-book-\d{4}-\d\d-\d\d\.pdf"$/);
  expect(file.headers.get("cache-control")).toContain("no-store");
});

test("whoever signs out before it is ready is told so, and can ask again", async () => {
  const { patient } = await makeTrio();
  const id = await askForBook(patient);
  await asSuperuser((sql) => sql.query('update "SignIn" set "endedAt" = now() where "id" = $1', [patient.signInId]));
  await bindBook({ id, handleHash: patient.handleHash });
  const back = await signedIn(patient.personId);
  expect(await read(back, (db) => findBook(db, id))).toMatchObject({ state: "waiting" });
  await withClock(new Date(Date.now() + 6 * 60_000), async () => {
    expect(stageOf(await read(back, (db) => findLatestBook(db, back.personId)), now())).toBe("stalled");
    const again = await askForBook(back);
    expect(again).not.toBe(id);
    expect(await read(back, (db) => findBook(db, id))).toMatchObject({ state: "failed" });
    await bindBook({ id: again, handleHash: back.handleHash });
    expect(await read(back, (db) => findBook(db, again))).toMatchObject({ state: "ready" });
  });
});

test("asked twice, one book is bound", async () => {
  const { patient } = await makeTrio();
  const id = await askForBook(patient);
  expect(await askForBook(patient)).toBe(id);
});

test("after 24 hours it is gone: first for its patient, then its bytes", async () => {
  const { patient } = await makeTrio();
  const id = await askForBook(patient);
  await bindBook({ id, handleHash: patient.handleHash });
  const bytes = () =>
    asSuperuser(
      async (sql) => (await sql.query('select "pdf" is null as gone from "Book" where "id" = $1', [id])).rows[0].gone,
    );
  await withClock(new Date(Date.now() + 24 * 3_600_000 + 1_000), async () => {
    await expect(downloadBook(patient, { id, file: "pdf" })).rejects.toMatchObject({ code: "not-found" });
    expect(stageOf(await read(patient, (db) => findBook(db, id)), now())).toBe("over");
    expect(await bytes()).toBe(false);
    await closeBooks();
    expect(await bytes()).toBe(true);
  });
});

test("the worker binds it, from the queue to the last page", async () => {
  const { patient } = await makeTrio();
  const worker = await startWorker({ book: (payload) => bindBook(payload as Parameters<typeof bindBook>[0]) });
  try {
    const id = await askForBook(patient);
    await vi.waitFor(
      async () => expect(await read(patient, (db) => findBook(db, id))).toMatchObject({ state: "ready" }),
      { timeout: 20_000, interval: 200 },
    );
  } finally {
    await worker.stop();
  }
});
