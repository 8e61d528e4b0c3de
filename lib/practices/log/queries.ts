import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { cutPage, olderFirst, type Page, type Place, pageSize } from "@/lib/core/pages";
import type { FeltSense } from "@/prisma/generated/enums";
import { listNames } from "../queries";

/** One time of practice or rest, with what the practice is called. `here`: the practice can still be opened. */
export type Log = {
  id: string;
  slug: string;
  title: string;
  here: boolean;
  at: Date;
  minutes: number | null;
  before: FeltSense | null;
  after: FeltSense | null;
};

const shown = { id: true, slug: true, at: true, minutes: true, before: true, after: true } as const;
const kept = { removedAt: null };

/** A patient's log as far as the one who asks may see it, the newest first. */
export async function listLogs(db: Db, patientId: string, place: Place): Promise<Page<Log>> {
  const from = place.before ?? place.after;
  const start = from ? await db.practiceLog.findUnique({ where: { id: from }, select: { id: true, at: true } }) : null;
  const { where, orderBy } = olderFirst("at", place, start);
  const rows = await db.practiceLog.findMany({
    where: { AND: [where, { patientId, ...kept }] },
    select: shown,
    orderBy,
    take: pageSize + 1,
  });
  const page = cutPage(rows, place);
  return { ...page, rows: await named(db, patientId, page.rows) };
}

/** What was practised from a moment on, the newest first, at most a page. Of one practice when it is named. */
export async function listLogsSince(db: Db, patientId: string, since: Date, slug?: string) {
  return db.practiceLog.findMany({
    where: { patientId, ...kept, at: { gte: since }, slug },
    select: shown,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: pageSize,
  });
}

export async function findLog(db: Db, patientId: string, id: string): Promise<Log | null> {
  const row = isId(id) ? await db.practiceLog.findUnique({ where: { id, patientId, ...kept }, select: shown }) : null;
  return row && ((await named(db, patientId, [row]))[0] ?? null);
}

async function named<Row extends { slug: string }>(db: Db, patientId: string, rows: Row[]) {
  const nameOf = await listNames(
    db,
    patientId,
    rows.map(({ slug }) => slug),
  );
  return rows.map((row) => ({ ...row, ...nameOf(row.slug) }));
}

/** These times of practice, by what they are called, as far as the one who asks may see them. */
export async function listLogsByIds(db: Db, patientId: string, ids: string[]) {
  const logs = await db.practiceLog.findMany({ where: { id: { in: ids }, ...kept }, select: shown });
  const slugs = [...new Set(logs.map(({ slug }) => slug))];
  const nameOf = await listNames(db, patientId, slugs, "A practice of their own");
  return logs.map((log) => ({ ...log, title: nameOf(log.slug).title }));
}
