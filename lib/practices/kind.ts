import { type Db, sql } from "@/lib/core/db";
import type { KindTable, Part } from "@/lib/core/kind";
import { listLogsByIds } from "./log/queries";
import { listOwn } from "./own/queries";
import { findPlan } from "./plan/queries";
import { listNames } from "./queries";
import { feltWords } from "./rules";

export const kinds = {
  practiceLog: {
    tables: ["PracticeLog"],
    words: { one: "practice", many: "practices", title: "A practice" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam", "companion"],
      answered: true,
      listed: true,
      open: async (db, patientId, ids) =>
        (await listLogsByIds(db, patientId, ids)).map(({ id, title, at, minutes, before, after }) => {
          const felt = [
            minutes && `${minutes} min`,
            before && `before: ${feltWords[before]}`,
            after && `after: ${feltWords[after]}`,
          ].filter(Boolean);
          const parts: Part[] = felt.length > 0 ? [{ part: "line", text: felt.join(" · ") }] : [];
          return { id, ref: null, title, what: "Practice", at, parts };
        }),
    },
    find: null,
    timeline: {
      from: sql`"PracticeLog" x`,
      at: sql`x."at"`,
      where: sql`x."removedAt" is null`,
      label: sql`x."slug"`,
      look: "practices",
      name: async (db, patientId, things) => {
        const slugs = things.map(({ label }) => label);
        const nameOf = await listNames(db, patientId, slugs);
        return things.map(({ id, label }) => [id, { title: nameOf(label).title, what: "Practice" }]);
      },
    },
    arrives: null,
    export: { take: takeLogs },
    page: { patient: ({ id }) => `/my/practices/log/${id}` },
  },
  plan: {
    tables: ["Plan", "PlanItem"],
    words: { one: "plan of practices", many: "plans of practices", title: "The plan of practices" },
    seenBy: ["patient", "therapist"],
    shared: {
      with: ["careTeam"],
      answered: true,
      listed: true,
      open: async (db, patientId, [planId]) => {
        const plan = await findPlan(db, patientId);
        if (!plan || plan.id !== planId) return [];
        const items = plan.items.map(({ id, title, rhythm }) => ({ id, text: title, under: rhythm }));
        const parts: Part[] = [{ part: "list", items, none: "Nothing is in it at the moment." }];
        return [{ id: plan.id, ref: null, title: "Plan of practices", what: "", at: null, parts }];
      },
    },
    find: null,
    timeline: null,
    arrives: null,
    export: { take: takePlan },
    page: { patient: () => "/my/practices/plan" },
  },
  ownPractice: {
    tables: ["OwnPractice", "PracticeChoice"],
    words: { one: "practice of one’s own", many: "practices of one’s own", title: "A practice of one’s own" },
    seenBy: ["patient", "therapist"],
    shared: null,
    find: null,
    timeline: null,
    arrives: null,
    export: { take: takeOwn },
    page: { patient: ({ id }) => `/my/practices/own/${id}` },
  },
} as const satisfies KindTable;

async function takeLogs(db: Db, patientId: string) {
  const logs = await db.practiceLog.findMany({
    where: { patientId, removedAt: null },
    select: { id: true, slug: true, at: true, minutes: true, before: true, after: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const nameOf = await listNames(db, patientId, [...new Set(logs.map(({ slug }) => slug))]);
  return { found: { practiceLog: logs.map(({ slug, ...log }) => ({ practice: nameOf(slug).title, ...log })) } };
}

async function takePlan(db: Db, patientId: string) {
  const plan = await findPlan(db, patientId);
  const items = [...(plan?.items ?? []), ...(plan?.letGo ?? [])];
  return {
    found: { plan: items.map(({ title, rhythm, addedAt, endedAt }) => ({ title, rhythm, addedAt, endedAt })) },
  };
}

/** Practices in the patient's own words, and which ones they keep near or out of sight. */
async function takeOwn(db: Db, patientId: string) {
  const own = await listOwn(db, patientId);
  const choices = await db.practiceChoice.findMany({
    where: { patientId, OR: [{ favouriteAt: { not: null } }, { hiddenAt: { not: null } }] },
    select: { slug: true, favouriteAt: true, hiddenAt: true },
    orderBy: { slug: "asc" },
  });
  const slugs = choices.map(({ slug }) => slug);
  const nameOf = await listNames(db, patientId, slugs);
  return {
    found: {
      ownPractices: own.map(({ version: _, slug: __, putAwayAt, ...words }) => ({
        ...words,
        putAway: Boolean(putAwayAt),
      })),
      practiceChoices: choices.map(({ slug, ...choice }) => ({ practice: nameOf(slug).title, ...choice })),
    },
  };
}
