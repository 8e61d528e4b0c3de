import type { KindTable } from "@/lib/core/kind";
import { listAllSensations, listStates } from "./queries";
import { capital, placeName, sides } from "./rules";

export const kinds = {
  sensation: {
    tables: ["Sensation"],
    words: { one: "sensation", many: "sensations", title: "A sensation" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam", "companion"],
      answered: true,
      listed: true,
      open: async (db, patientId, ids) =>
        (await listAllSensations(db, patientId, ids)).map(({ id, side, place, text, at }) => ({
          ...{ id, ref: null, title: capital(placeName(side, place) ?? place) },
          ...{ what: `Body, ${sides[side].toLowerCase()}`, at },
          parts: [{ part: "words", text }],
        })),
    },
    find: null,
    timeline: null,
    arrives: null,
    export: {
      take: async (db, patientId) => ({ found: { sensations: (await listAllSensations(db, patientId)).reverse() } }),
    },
    page: { patient: ({ id }) => `/my/body/${id}` },
  },
  stateCheck: {
    tables: ["StateCheck"],
    words: { one: "state of the body", many: "states of the body", title: "A state of the body" },
    seenBy: ["patient"],
    shared: null,
    find: null,
    timeline: null,
    arrives: null,
    export: {
      take: async (db, patientId) => ({
        found: { states: (await listStates(db, patientId)).map(({ state, at }) => ({ state, at })).reverse() },
      }),
    },
    page: { patient: () => "/my/body" },
  },
} as const satisfies KindTable;
