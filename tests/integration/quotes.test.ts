import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { formatTime, withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { keepQuote, removeQuote, rewordQuote, shareQuote, unshareQuote } from "@/lib/quotes/commands";
import { listQuotes } from "@/lib/quotes/queries";
import { startSession } from "@/lib/sessions/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { assign, hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

/** A session that began two hours ago, with what Noor said an hour ago. */
async function inSession() {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, -2);
  await withClock(hoursFromNow(-2), () => startSession(trio.therapist, { sessionId }));
  await makeGrant(trio.patient, trio.companion);
  const time = formatTime(hoursFromNow(-1), trio.therapist.clinicTimeZone);
  const quoteId = await keepQuote(trio.therapist, { sessionId, time, text: "Heavy, but warm." });
  return { ...trio, sessionId, quoteId, time };
}

const quotes = (actor: Actor, sessionId: string) => read(actor, (db) => listQuotes(db, sessionId));
const audited = (actor: Actor, verb: string) =>
  read(actor, (db) => db.auditEntry.findMany({ where: { verb }, orderBy: { at: "asc" } }));

let room: Awaited<ReturnType<typeof inSession>>;
beforeAll(async () => {
  room = await inSession();
});

test("a therapist writes down what Noor said, with its time, for the care team alone, and the log says so without a word of it", async () => {
  const { therapist, patient, companion, sessionId, quoteId, time } = await inSession();
  const [quote] = await quotes(therapist, sessionId);
  expect(quote).toMatchObject({ id: quoteId, text: "Heavy, but warm.", by: "Ana Reyes", sharedAt: null });
  expect(formatTime(quote?.at ?? new Date(0), therapist.clinicTimeZone)).toBe(time);
  expect(await quotes(patient, sessionId)).toEqual([]);
  expect(await quotes(companion, sessionId)).toEqual([]);
  expect(await audited(therapist, "quote.keep")).toMatchObject([
    { patientId: patient.personId, subject: "quote", subjectId: quoteId, detail: null },
  ]);
  const stored = await asSuperuser((sql) => sql.query(`select * from "Quote" where "id" = '${quoteId}'`));
  expect(JSON.stringify(stored.rows)).not.toMatch(/warm/);
});

test("without a time it is now, while the session is under way", async () => {
  const { therapist, sessionId } = await inSession();
  const id = await keepQuote(therapist, { sessionId, time: "", text: "Here." });
  const kept = (await quotes(therapist, sessionId)).find((quote) => quote.id === id);
  expect(Math.abs(Date.now() - +(kept?.at ?? 0))).toBeLessThan(60_000);
});

test("the patient reads a quote once it is shared with them, and no more once it is taken back", async () => {
  const { therapist, patient, companion, sessionId, quoteId } = await inSession();
  await shareQuote(therapist, { quoteId });
  await shareQuote(therapist, { quoteId });
  expect(await quotes(patient, sessionId)).toMatchObject([{ id: quoteId, text: "Heavy, but warm.", by: "Ana Reyes" }]);
  expect(await quotes(companion, sessionId)).toEqual([]);
  await unshareQuote(therapist, { quoteId });
  for (const actor of [patient, therapist]) expect(await quotes(actor, sessionId)).toEqual([]);
  const entries = await audited(patient, "quote.share");
  expect(entries.map(({ subjectId }) => subjectId)).toEqual([quoteId, quoteId, quoteId]);
  expect(entries.at(-1)?.detail).toEqual({ takenBack: true });
});

test("words are changed, and removed, until they were shared, and never after", async () => {
  const { therapist, sessionId, quoteId, time } = await inSession();
  await rewordQuote(therapist, { quoteId, time, text: "Heavy and warm." });
  expect(await quotes(therapist, sessionId)).toMatchObject([{ text: "Heavy and warm." }]);
  await shareQuote(therapist, { quoteId });
  const late = { quoteId, time: "", text: "Something else" };
  await expect(rewordQuote(therapist, late)).rejects.toMatchObject({ code: "conflict" });
  await expect(removeQuote(therapist, { quoteId })).rejects.toMatchObject({ code: "conflict" });
  expect(await quotes(therapist, sessionId)).toMatchObject([{ text: "Heavy and warm." }]);
  const forged = asSuperuser((sql) =>
    sql.query(`update "Quote" set "sharedAt" = null, "textSealed" = 'v1.x' where "id" = '${quoteId}'`),
  );
  await expect(forged).rejects.toThrow("keeps its words");
});

test("a quote that was removed is gone for everybody", async () => {
  const { therapist, sessionId, quoteId } = await inSession();
  await removeQuote(therapist, { quoteId });
  expect(await quotes(therapist, sessionId)).toEqual([]);
  await expect(removeQuote(therapist, { quoteId })).rejects.toMatchObject({ code: "not-found" });
  await expect(shareQuote(therapist, { quoteId })).rejects.toMatchObject({ code: "not-found" });
});

describe("what cannot be", () => {
  test("nothing is written down before a session begins, nor with a time to come", async () => {
    const { therapist, patient, sessionId } = room;
    const next = await makeSession(therapist, patient, 24);
    const early = keepQuote(therapist, { sessionId: next, time: "", text: "x" });
    await expect(early).rejects.toThrow("once the session has begun");
    const time = formatTime(hoursFromNow(1), therapist.clinicTimeZone);
    const future = keepQuote(therapist, { sessionId, time, text: "x" });
    await expect(future).rejects.toMatchObject({ detail: { field: "time" } });
  });

  test("a colleague on the care team reads it and changes nothing; one who is not on it finds nothing", async () => {
    const { clinicId, admin, patient, sessionId, quoteId } = room;
    const colleague = await makePerson(clinicId, "therapist", { name: "Ben Sato" });
    expect(await quotes(colleague, sessionId)).toEqual([]);
    await expect(keepQuote(colleague, { sessionId, time: "", text: "x" })).rejects.toMatchObject({ code: "not-found" });
    await assign(admin, patient, colleague);
    expect(await quotes(colleague, sessionId)).toHaveLength(1);
    const reword = rewordQuote(colleague, { quoteId, time: "", text: "x" });
    await expect(reword).rejects.toMatchObject({ code: "not-found" });
    await expect(shareQuote(colleague, { quoteId })).rejects.toMatchObject({ code: "not-found" });
  });

  test("nobody but a therapist writes or shares a quote, and another clinic finds none", async () => {
    const { admin, patient, companion, sessionId, quoteId } = room;
    for (const actor of [admin, patient, companion]) {
      await expect(keepQuote(actor, { sessionId, time: "", text: "x" })).rejects.toMatchObject({ code: "refused" });
      await expect(shareQuote(actor, { quoteId })).rejects.toMatchObject({ code: "refused" });
    }
    const { clinicId } = await makeClinic();
    const stranger = await makePerson(clinicId, "therapist");
    expect(await quotes(stranger, sessionId)).toEqual([]);
    await expect(unshareQuote(stranger, { quoteId })).rejects.toMatchObject({ code: "not-found" });
  });
});
