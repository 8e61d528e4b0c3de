import type { KindTable } from "@/lib/core/kind";
import { listCheckIns } from "./queries";
import { checkInLines } from "./rules";

export const kinds = {
  checkIn: {
    tables: ["CheckIn"],
    words: { one: "a check-in", many: "check-ins", title: "A check-in" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam", "companion"],
      answered: true,
      listed: true,
      open: async (db, patientId, ids) =>
        (await listCheckIns(db, patientId, { ids })).map((checkIn) => ({
          ...{ id: checkIn.id, ref: null, title: "Check-in", what: "", at: checkIn.at },
          parts: [{ part: "facts", items: checkInLines(checkIn) }],
        })),
    },
    arrives: null,
    export: { take: async (db, patientId) => ({ found: { checkIns: (await listCheckIns(db, patientId)).reverse() } }) },
    page: { patient: ({ id }) => `/my/check-ins/${id}` },
  },
} as const satisfies KindTable;
