import type { KindTable } from "@/lib/core/kind";
import { listMediaByIds } from "./queries";

export const kinds = {
  media: {
    tables: ["Media"],
    words: { one: "an image or a sound", many: "images and sounds", title: "Something made" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam", "companion"],
      answered: true,
      listed: true,
      open: async (db, _patientId, ids) =>
        (await listMediaByIds(db, ids))
          .filter(({ putAwayAt }) => !putAwayAt)
          .map((media) => ({
            ...{ id: media.id, ref: null, title: media.kind === "image" ? "A picture" : "A recording" },
            ...{ what: "Making", at: media.at },
            parts: [{ part: "media", media }],
          })),
    },
    page: { patient: ({ id }) => `/my/making/${id}` },
  },
} as const satisfies KindTable;
