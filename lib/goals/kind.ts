import type { Db } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listGoals, listGoalsByIds } from "./queries";

export const kinds = {
  goal: {
    tables: ["Goal", "GoalAction"],
    words: { one: "goal", many: "goals", title: "A goal" },
    seenBy: ["patient", "therapist"],
    shared: {
      with: ["careTeam"],
      answered: true,
      listed: true,
      open: async (db, _patientId, ids) =>
        (await listGoalsByIds(db, ids)).map(({ id, from, to, success, letGoAt }) => ({
          ...{ id, ref: null, title: "Goal", what: letGoAt ? "Let go" : "", at: null },
          parts: [
            { part: "words", text: `From “${from}” to “${to}”` },
            ...(success ? [{ part: "line" as const, text: `They will notice when: “${success}”` }] : []),
          ],
        })),
    },
    find: async (db, patientId, matches) =>
      (await listGoals(db, patientId))
        .filter(({ from, to, success, actions }) =>
          matches([from, to, success, ...actions.map(({ text }) => text)].join(" ")),
        )
        .map(({ id, to }) => ({ id, ref: null, title: to })),
    timeline: null,
    arrives: null,
    export: { take: takeGoals },
    page: { patient: ({ id }) => `/my/goals/${id}` },
  },
} as const satisfies KindTable;

/** Goals with their small steps, and the steps that stand without a goal. */
async function takeGoals(db: Db, patientId: string) {
  const goals = await listGoals(db, patientId);
  const steps = await db.goalAction.findMany({
    where: { patientId, goalId: null },
    select: { text: true, state: true, stateAt: true, entryId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return { found: { goals: goals.map(({ patientId: _, version: __, ...goal }) => goal), steps } };
}
