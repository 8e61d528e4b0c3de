import type { KindTable } from "@/lib/core/kind";
import { listGoalsByIds } from "./queries";

export const kinds = {
  goal: {
    tables: ["Goal", "GoalAction"],
    words: { one: "a goal", many: "goals", title: "A goal" },
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
    page: { patient: ({ id }) => `/my/goals/${id}` },
  },
} as const satisfies KindTable;
