import { type Db, sql } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listMediaByIds } from "./queries";

export const kinds = {
  media: {
    tables: ["Media"],
    words: { one: "image or a sound", many: "images and sounds", title: "Something made" },
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
    find: null,
    timeline: {
      from: sql`"Media" x`,
      at: sql`x."at"`,
      where: sql`x."putAwayAt" is null and x."entryId" is null`,
      look: "words",
      name: async (db, _patientId, things) => {
        const media = await listMediaByIds(
          db,
          things.map(({ id }) => id),
        );
        return media.map(({ id, caption, alt, kind }) => {
          const what = kind === "image" ? "Image" : "Sound";
          return [id, { title: caption || alt || `${what} without words`, what }];
        });
      },
    },
    arrives: null,
    export: { take: takeMedia },
    page: { patient: ({ id }) => `/my/making/${id}` },
  },
} as const satisfies KindTable;

const batch = 100;

/** The gallery, put-away pieces among it, without their bytes. */
async function takeMedia(db: Db, patientId: string, after?: string) {
  const rows = await db.media.findMany({
    where: { patientId, id: after ? { gt: after } : undefined },
    select: { id: true },
    orderBy: { id: "asc" },
    take: batch,
  });
  const ids = rows.map(({ id }) => id);
  const media = (await listMediaByIds(db, ids)).map(
    ({ id, entryId, kind, source, type, size, seconds, caption, alt, at, putAwayAt }) => ({
      ...{ id, entryId, kind, source, type, size, seconds, caption, alt, at, putAway: Boolean(putAwayAt) },
    }),
  );
  return { found: { media }, last: rows.length === batch ? ids.at(-1) : undefined };
}
