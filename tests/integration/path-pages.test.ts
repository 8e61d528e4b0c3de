import { createElement, type ReactNode } from "react";
import { beforeAll, expect, test, vi } from "vitest";
import GoalsPage from "@/app/my/goals/page";
import ChoosePage from "@/app/my/path/choose/page";
import PathPage from "@/app/my/path/page";
import ThreadPage from "@/app/my/threads/[threadId]/page";
import LinkPage from "@/app/my/threads/link/[entryId]/page";
import ThreadsPage from "@/app/my/threads/page";
import { BesideEntry } from "@/components/threads/beside-entry";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { newId, write } from "@/lib/core/db";
import { addAction } from "@/lib/goals/commands";
import { addTag, linkEntries } from "@/lib/threads/commands";
import { makePerson } from "@/prisma/seed/factories";
import { makeTrio } from "../support/companions";
import { countStatements, fastest, renderOnServer } from "../support/statements";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
  findActor: async () => acting,
}));

/** So many pages, one an hour back from now, with a practice beside each; every tenth is tagged, linked and grown a step from. */
async function space(clinicId: string, count: number) {
  const actor = await makePerson(clinicId, "patient");
  const own = { clinicId, patientId: actor.personId };
  const at = (n: number) => new Date(now().getTime() - n * 3_600_000);
  const ids = Array.from({ length: count }, () => newId());
  for (let start = 0; start < count; start += 1_000) {
    const some = ids.slice(start, start + 1_000);
    await write(actor, "entry.save", async (db) => {
      const rows = [];
      for (const [index, id] of some.entries()) {
        const n = start + index;
        const sealed = await seal(db, clinicId, id, JSON.stringify({ title: "", text: `Page ${n}`, moods: [] }));
        rows.push({ ...own, id, kind: "page" as const, sealed, words: [], at: at(n), savedAt: at(n) });
      }
      await db.entry.createMany({ data: rows });
      const logs = some.map((_, index) => ({ ...own, id: newId(), slug: "body-walking", at: at(start + index) }));
      await db.practiceLog.createMany({ data: logs });
    });
  }
  const [first = "", second = ""] = ids;
  const threadId = await addTag(actor, { entryId: first, kind: "image", name: "the coat" });
  for (let start = 1; start < count; start += 1_000) {
    await write(actor, "thread.tag", async (db) => {
      const places = ids
        .slice(start, start + 1_000)
        .map((entryId) => ({ ...own, id: newId(), threadId, entryId, addedAt: now() }));
      await db.threadPlace.createMany({ data: places });
    });
  }
  await linkEntries(actor, { entryId: first, otherId: second });
  await addAction(actor, { entryId: first, text: "Hang it up" });
  return { actor, first, threadId };
}

type Space = Awaited<ReturnType<typeof space>>;
let small: Space;
let large: Space;
beforeAll(async () => {
  const { clinicId } = await makeTrio();
  small = await space(clinicId, 10);
  large = await space(clinicId, 10_000);
}, 120_000);

type Page = (props: never) => ReactNode | Promise<ReactNode>;
const pages: [string, Page, (space: Space) => object, (space: Space) => object][] = [
  ["the path", PathPage, () => ({}), () => ({})],
  ["the path as a list", PathPage, () => ({}), () => ({ view: "list" })],
  ["a stretch of it", PathPage, () => ({}), () => ({ view: "list", part: "before" })],
  ["the choice of a page", ChoosePage, () => ({}), () => ({ which: "then" })],
  ["what returns", ThreadsPage, () => ({}), () => ({})],
  ["one thread", ThreadPage, ({ threadId }) => ({ threadId }), () => ({})],
  ["linking", LinkPage, ({ first }) => ({ entryId: first }), () => ({})],
  ["goals", GoalsPage, () => ({}), () => ({})],
];

async function load(page: Page, on: Space, params: object, searchParams: object) {
  acting = on.actor;
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(searchParams) };
  const render = () => renderOnServer(page(props as never));
  const time = await fastest(render);
  return { statements: await countStatements(render), time };
}

test.each(pages)("%s asks as little, and answers as soon, with 10,000 pages as with 10", async (_name, page, p, q) => {
  const few = await load(page, small, p(small), q(small));
  const many = await load(page, large, p(large), q(large));
  expect(many.statements).toBe(few.statements);
  expect(many.statements).toBeLessThan(20);
  expect(many.time).toBeLessThan(300);
});

test("what stands beside a page asks as little", async () => {
  const on = async ({ actor, first }: Space) =>
    countStatements(() => renderOnServer(createElement(BesideEntry as never, { actor, entryId: first })));
  const few = await on(small);
  expect(await on(large)).toBe(few);
  expect(few).toBeLessThan(16);
});
