import { sql } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listCheckIns } from "./queries";
import { checkInLines, scaleWords } from "./rules";

export const kinds = {
  checkIn: {
    tables: ["CheckIn"],
    words: { one: "check-in", many: "check-ins", title: "A check-in" },
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
    find: null,
    timeline: {
      from: sql`"CheckIn" x`,
      at: sql`x."at"`,
      where: sql`num_nonnulls(x."mood", x."anxiety", x."energy", x."pain", x."state", x."sleepHours", x."sleepQuality", x."water",
        x."caffeine", x."screens", x."connection", x."wordSealed") > 0`,
      mood: sql`x."mood"`,
      look: "checkIns",
      name: async (_db, _patientId, things) =>
        things.map(({ id, mood }) => [
          id,
          { title: (mood && scaleWords.mood[mood - 1]) || "A check-in", what: "Check-in" },
        ]),
    },
    arrives: null,
    export: { take: async (db, patientId) => ({ found: { checkIns: (await listCheckIns(db, patientId)).reverse() } }) },
    page: { patient: ({ id }) => `/my/check-ins/${id}` },
  },
} as const satisfies KindTable;
