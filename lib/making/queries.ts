import { unseal, unsealBytes } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { cutPage, olderFirst, type Place, pageSize } from "@/lib/core/pages";
import type { Prisma } from "@/prisma/generated/client";

/** Everything but the bytes. */
const shown = {
  id: true,
  patientId: true,
  entryId: true,
  kind: true,
  source: true,
  type: true,
  size: true,
  width: true,
  height: true,
  seconds: true,
  sealed: true,
  at: true,
  putAwayAt: true,
  version: true,
} satisfies Prisma.MediaSelect;

/** What a patient made, as far as the reader may see it, the newest first; `putAway` lists what was put away instead. */
export async function listMedia(db: Db, patientId: string, place: Place, { putAway = false } = {}) {
  const from = place.before ?? place.after;
  const start = from ? await db.media.findUnique({ where: { id: from }, select: { id: true, at: true } }) : null;
  const { where, orderBy } = olderFirst("at", place, start);
  const rows = await db.media.findMany({
    where: { AND: [where, { patientId, putAwayAt: putAway ? { not: null } : null }] },
    select: shown,
    orderBy,
    take: pageSize + 1,
  });
  const page = cutPage(rows, place);
  return { ...page, rows: await withWords(db, page.rows) };
}

/** The media of these entries that the reader may see and that are not put away, in the order they were made. */
export async function listMediaOf(db: Db, entryIds: string[]) {
  const rows = await db.media.findMany({
    where: { entryId: { in: entryIds }, putAwayAt: null },
    select: shown,
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return withWords(db, rows);
}

/** These media as far as the reader may see them, the newest first. */
export async function listMediaByIds(db: Db, ids: string[]) {
  const orderBy = [{ at: "desc" as const }, { id: "desc" as const }];
  return withWords(db, await db.media.findMany({ where: { id: { in: ids } }, select: shown, orderBy }));
}

export async function findMedia(db: Db, id: string) {
  const row = isId(id) ? await db.media.findUnique({ where: { id }, select: shown }) : null;
  return row && ((await withWords(db, [row]))[0] ?? null);
}

export type Media = NonNullable<Awaited<ReturnType<typeof findMedia>>>;

/** The bytes of a picture (or its thumbnail) or a sound, with their type. Null when the reader may not see it. */
export async function findBytes(db: Db, id: string, size: "thumb" | "full") {
  if (!isId(id)) return null;
  const found = await db.media.findUnique({
    where: { id },
    select: { kind: true, type: true, at: true, bytes: size === "full", thumb: size === "thumb" },
  });
  const sealed = found && (size === "full" ? found.bytes : found.thumb);
  if (!sealed) return null;
  return { kind: found.kind, type: found.type, at: found.at, bytes: await unsealBytes(db, rowOf(id, size), sealed) };
}

/** What the bytes of one size are bound to: a thumbnail cannot stand in for its picture. */
export const rowOf = (id: string, size: "thumb" | "full") => (size === "full" ? id : `${id}:thumb`);

export type Words = { caption: string; alt: string };

async function withWords<Row extends { id: string; sealed: string }>(db: Db, rows: Row[]) {
  const opened: (Omit<Row, "sealed"> & Words)[] = [];
  for (const { sealed, ...row } of rows) {
    opened.push({ ...row, ...(JSON.parse(await unseal(db, row.id, sealed)) as Words) });
  }
  return opened;
}
