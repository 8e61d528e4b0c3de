import type { KindTable, Part } from "@/lib/core/kind";
import { listLogsByIds } from "./log/queries";
import { findPlan } from "./plan/queries";
import { feltWords } from "./rules";

export const kinds = {
  practiceLog: {
    tables: ["PracticeLog"],
    words: { one: "a practice", many: "practices", title: "A practice" },
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
    page: { patient: ({ id }) => `/my/practices/log/${id}` },
  },
  plan: {
    tables: ["Plan", "PlanItem"],
    words: { one: "a plan of practices", many: "plans of practices", title: "The plan of practices" },
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
    page: { patient: () => "/my/practices/plan" },
  },
  ownPractice: {
    tables: ["OwnPractice", "PracticeChoice"],
    words: { one: "a practice of one’s own", many: "practices of one’s own", title: "A practice of one’s own" },
    seenBy: ["patient", "therapist"],
    shared: null,
    page: { patient: ({ id }) => `/my/practices/own/${id}` },
  },
} as const satisfies KindTable;
