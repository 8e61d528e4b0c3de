import { beforeEach, expect, test, vi } from "vitest";
import { keepMemory } from "@/lib/companions/memories/commands";
import { listMemories } from "@/lib/companions/memories/queries";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import { listSharedLines } from "@/lib/companions/notes/queries";
import { shareEveryLine } from "@/lib/companions/notes/sharing/commands";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { share } from "@/lib/sharing/commands";
import { makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";
import { countStatements, renderOnServer } from "../support/statements";

const acting = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting.actor,
  findActor: async () => acting.actor,
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));

beforeEach(() => {
  acting.actor = null;
});

/** A note with so many lines, handed over and opened. */
async function opened(lines: number) {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, -2);
  await makeGrant(trio.patient, trio.companion, [sessionId]);
  const said = Array.from({ length: lines }, (_, i) => ({ id: newId(), time: "", text: `Line ${i}` }));
  const noteId = await saveNote(trio.companion, { sessionId, version: 0, saw: "You slept.", seemed: "", lines: said });
  await handOverNote(trio.companion, { sessionId, version: 1 });
  await openNote(trio.patient, { noteId });
  return { ...trio, sessionId, noteId, lineIds: said.map(({ id }) => id), lineId: said[0]?.id ?? "" };
}

const memoryOf = (actor: Actor, lineId: string) =>
  read(actor, async (db) => (await listMemories(db, [lineId]))[0] ?? null);

test("a patient writes their own memory beside a line, words it anew, and the log says so without a word of it", async () => {
  const { patient, lineId } = await opened(1);
  const id = await keepMemory(patient, { lineId, version: 0, text: "The kitchen door of the old flat." });
  await keepMemory(patient, { lineId, version: 1, text: "It was the blue door." });
  expect(await memoryOf(patient, lineId)).toMatchObject({ id, text: "It was the blue door.", version: 2 });
  const entries = await read(patient, (db) =>
    db.auditEntry.findMany({
      where: { verb: "memory.keep" },
      select: { subject: true, subjectId: true, detail: true },
    }),
  );
  expect(entries).toEqual([1, 2].map(() => ({ subject: "memory", subjectId: id, detail: null })));
  const { rows } = await asSuperuser((sql) => sql.query('select "sealed" from "Memory" where "id" = $1', [id]));
  expect(rows[0].sealed).not.toMatch(/door/);
});

test("two windows beside one line lose nothing: the second is answered with both texts", async () => {
  const { patient, lineId } = await opened(1);
  await keepMemory(patient, { lineId, version: 0, text: "The blue door." });
  for (const version of [0, 7]) {
    await expect(keepMemory(patient, { lineId, version, text: "The red door." })).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { text: "The blue door.", version: "1" } },
    });
  }
});

test("a memory is for the patient alone until it is shared, and one without words is gone for everybody", async () => {
  const { companion, patient, therapist, noteId, sessionId, lineId } = await opened(1);
  const id = await keepMemory(patient, { lineId, version: 0, text: "The blue door." });
  await shareEveryLine(patient, { noteId });
  for (const actor of [companion, therapist]) expect(await memoryOf(actor, lineId)).toBeNull();
  await share(patient, { subject: "memory", subjectId: id, audience: "careTeam" });
  expect(await memoryOf(therapist, lineId)).toMatchObject({ text: "The blue door." });
  expect(await memoryOf(companion, lineId)).toBeNull();
  const withSam = { subject: "memory", subjectId: id, audience: "companion", companionId: companion.personId } as const;
  await expect(share(patient, withSam)).rejects.toMatchObject({ code: "refused" });
  await keepMemory(patient, { lineId, version: 1, text: "" });
  expect(await read(therapist, (db) => listSharedLines(db, sessionId))).toMatchObject([
    { text: "Line 0", memory: null },
  ]);
});

test("a note of two hundred lines asks the database no more often than one of five", async () => {
  const pages = {
    note: (await import("@/app/my/companions/notes/[noteId]/page")).default,
    share: (await import("@/app/my/companions/notes/[noteId]/share/page")).default,
  };
  const counts: Record<string, number[]> = { note: [], share: [], therapist: [] };
  for (const lines of [5, 200]) {
    const world = await opened(lines);
    const { patient, therapist, noteId, sessionId } = world;
    for (const lineId of world.lineIds.slice(0, lines / 5))
      await keepMemory(patient, { lineId, version: 0, text: "x" });
    await shareEveryLine(patient, { noteId });
    acting.actor = patient;
    for (const [name, page] of Object.entries(pages)) {
      const props = { params: Promise.resolve({ noteId }), searchParams: Promise.resolve({}) };
      counts[name]?.push(await countStatements(() => renderOnServer(page(props))));
    }
    counts.therapist?.push(await countStatements(() => read(therapist, (db) => listSharedLines(db, sessionId))));
  }
  console.info(JSON.stringify(counts));
  for (const [few = 0, many = 0] of Object.values(counts)) {
    expect(few).toBeGreaterThan(2);
    expect(many).toBeLessThanOrEqual(few);
  }
}, 120_000);
