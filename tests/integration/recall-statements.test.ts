import { createElement, type ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { QuotesCard } from "@/app/therapist/sessions/[sessionId]/quotes/quotes-card";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import type { Actor } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { newId, read } from "@/lib/core/db";
import { arrange } from "@/lib/recall/commands";
import { completeSession, startSession } from "@/lib/sessions/commands";
import { findSession } from "@/lib/sessions/queries";
import { hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";
import { countStatements, renderOnServer } from "../support/statements";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
  findActor: async () => acting,
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

const words = JSON.stringify({ title: "", text: "light", moods: [] });

/** A session with so many lines, pages, quotes and memories, all opened, shared and laid out. */
async function makeDesk(rows: number) {
  const trio = await makeTrio();
  const { patient, therapist, companion, clinicId } = trio;
  const sessionId = await makeSession(therapist, patient, -5);
  await withClock(hoursFromNow(-5), () => startSession(therapist, { sessionId }));
  await withClock(hoursFromNow(-2), () => completeSession(therapist, { sessionId }));
  await makeGrant(patient, companion);
  const noteId = await saveNote(companion, { sessionId, version: 0, saw: "You slept.", seemed: "", lines: [] });
  await handOverNote(companion, { sessionId, version: 1 });
  await openNote(patient, { noteId });
  const sealed = (id: string, text: string) => read(patient, (db) => seal(db, clinicId, id, text));
  const own = [clinicId, patient.personId];
  const at = hoursFromNow(-4);
  const ids: string[] = [];
  await asSuperuser(async (sql) => {
    const shared = (subject: string, id: string) =>
      sql.query(
        `insert into "Share" ("id", "clinicId", "patientId", "subject", "subjectId", "audience", "sharedAt") values ($1, $2, $3, $4, $5, 'careTeam', now())`,
        [newId(), ...own, subject, id],
      );
    const laid = (subject: string, id: string) =>
      sql.query(
        `insert into "RecallItem" ("id", "clinicId", "patientId", "sessionId", "subject", "subjectId", "bringAt", "withIntention", "changedAt") values ($1, $2, $3, $4, $5, $6, now(), true, now())`,
        [newId(), ...own, sessionId, subject, id],
      );
    for (let row = 0; row < rows; row += 1) {
      const [line, memory, entry, quote] = [newId(), newId(), newId(), newId()];
      ids.push(line);
      await sql.query(
        `insert into "CompanionLine" ("id", "clinicId", "patientId", "noteId", "at", "textSealed", "openedAt") values ($1, $2, $3, $4, $5, $6, now())`,
        [line, ...own, noteId, at, await sealed(line, "coat")],
      );
      await sql.query(
        `insert into "Memory" ("id", "clinicId", "patientId", "lineId", "sealed", "at") values ($1, $2, $3, $4, $5, now())`,
        [memory, ...own, line, await sealed(memory, "door")],
      );
      await sql.query(
        `insert into "Entry" ("id", "clinicId", "patientId", "kind", "sealed", "words", "at", "savedAt") values ($1, $2, $3, 'fragment', $4, '{}', $5, now())`,
        [entry, ...own, await sealed(entry, words), at],
      );
      await sql.query(
        `insert into "Quote" ("id", "clinicId", "patientId", "sessionId", "authorId", "at", "textSealed", "sharedAt") values ($1, $2, $3, $4, $5, $6, $7, now())`,
        [quote, ...own, sessionId, therapist.personId, at, await sealed(quote, "warm")],
      );
      for (const [subject, id] of [
        ["companionLine", line],
        ["memory", memory],
        ["entry", entry],
      ] as const) {
        await shared(subject, id);
        await laid(subject, id);
      }
      await laid("quote", quote);
    }
  });
  return { ...trio, sessionId, ids };
}

type Desk = Awaited<ReturnType<typeof makeDesk>>;
type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => ReactNode | Promise<ReactNode>;

const few = makeDesk(5);
const many = makeDesk(200);

async function countPage(desk: Desk, who: "patient" | "therapist", page: Page, query: object = {}) {
  acting = desk[who];
  const props = { params: Promise.resolve({ sessionId: desk.sessionId }), searchParams: Promise.resolve(query) };
  return countStatements(() => renderOnServer(createElement(page as never, props as never)));
}

test.each([
  ["the desk", "patient", () => import("@/app/my/sessions/[sessionId]/recall/page")],
  ["the note with what lies beside it", "therapist", () => import("@/app/therapist/sessions/[sessionId]/note/page")],
] as const)(
  "%s asks the same for five and for 200 of everything",
  async (_, who, load) => {
    const page = (await load()).default as Page;
    const [five, all] = [await few, await many];
    for (const desk of [five, all]) await countPage(desk, who, page, { thing: desk.ids[0] });
    const counted = await countPage(five, who, page, { thing: five.ids[0] });
    expect(counted).toBeGreaterThan(5);
    expect(await countPage(all, who, page, { thing: all.ids[0] })).toBe(counted);
  },
  60_000,
);

test("what a therapist wrote down asks the same, however much it is", async () => {
  const card = async (desk: Desk) => {
    const session = await read(desk.therapist, (db) => findSession(db, desk.sessionId));
    if (!session) throw new Error("There is no session");
    return countStatements(() => renderOnServer(QuotesCard({ actor: desk.therapist, session })));
  };
  expect(await card(await many)).toBe(await card(await few));
});

test("moving something asks the same, however much lies on the desk", async () => {
  const move = async ({ patient, sessionId, ids: [first = "", second = ""] }: Desk) => {
    const input = { sessionId, change: "down", subjectId: first, past: second } as const;
    return countStatements(() => arrange(patient, input));
  };
  expect(await move(await many)).toBe(await move(await few));
});
