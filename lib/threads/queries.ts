import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { cutPage, type Page, type Place, pageSize } from "@/lib/core/pages";
import { type Entry, listEntriesByIds } from "@/lib/journal/queries";
import type { ThreadKind } from "./rules";

/** Something that returns: its name opened, in how many places it shows, the first and the last of them. */
export type Thread = { id: string; kind: ThreadKind; name: string; places: number; first: Date; last: Date };

/** How many threads a list holds; those that showed last come first. */
const most = 300;

type Row = Omit<Thread, "name"> & { nameSealed: string; here: boolean };

/** What returns in a patient's pages, what showed last first. Pages put away and letters that wait do not count. */
export async function listThreads(db: Db, patientId: string): Promise<Thread[]> {
  return openAll(db, await listRows(db, patientId, null));
}

/** The same, with whether each is a tag of this page. */
export async function listTags(db: Db, patientId: string, entryId: string): Promise<(Thread & { here: boolean })[]> {
  return openAll(db, await listRows(db, patientId, entryId));
}

/** One thread with its first and last time. Null while it shows nowhere. */
export async function findThread(db: Db, patientId: string, id: string): Promise<Thread | null> {
  if (!isId(id)) return null;
  const rows = await db.$queryRaw<Row[]>`
    select t."id", t."kind"::text as "kind", t."nameSealed", count(*)::int as "places", min(e."at") as "first", max(e."at") as "last"
    from "Thread" t join "ThreadPlace" p on p."threadId" = t."id" and p."removedAt" is null
      join "Entry" e on e."id" = p."entryId" and e."putAwayAt" is null
    where t."id" = ${id}::uuid and t."patientId" = ${patientId}::uuid group by t."id"`;
  return (await openAll(db, rows))[0] ?? null;
}

/** The pages in which a thread shows, the first first; one page of the list. */
export async function listPlaces(db: Db, threadId: string, place: Place): Promise<Page<Entry>> {
  const from = place.after ?? place.before;
  const start = from ? await db.entry.findUnique({ where: { id: from }, select: { id: true, at: true } }) : null;
  const [beyond, direction] = place.before ? (["lt", "desc"] as const) : (["gt", "asc"] as const);
  const later = start && {
    OR: [{ at: { [beyond]: start.at } }, { at: start.at, id: { [beyond]: start.id } }],
  };
  const rows = await db.threadPlace.findMany({
    where: { threadId, removedAt: null, entry: { putAwayAt: null, ...later } },
    orderBy: [{ entry: { at: direction } }, { entryId: direction }],
    select: { entryId: true },
    take: pageSize + 1,
  });
  const page = cutPage(
    rows.map(({ entryId }) => ({ id: entryId })),
    place,
  );
  return { ...page, rows: (await entriesOf(db, page.rows)).reverse() };
}

/** How many pages may be linked to one. */
const mostLinks = 50;

/** The pages that were laid beside this one and are at hand, the newest first. */
export async function listLinked(db: Db, entryId: string): Promise<Entry[]> {
  const links = await db.entryLink.findMany({
    where: { removedAt: null, OR: [{ aId: entryId }, { bId: entryId }] },
    orderBy: { addedAt: "desc" },
    select: { aId: true, bId: true },
    take: mostLinks,
  });
  const entries = await entriesOf(
    db,
    links.map(({ aId, bId }) => ({ id: aId === entryId ? bId : aId })),
  );
  return entries.filter(({ putAwayAt }) => !putAwayAt);
}

const entriesOf = (db: Db, rows: { id: string }[]) =>
  listEntriesByIds(
    db,
    rows.map(({ id }) => id),
  );

const listRows = (db: Db, patientId: string, entryId: string | null) => db.$queryRaw<Row[]>`
  select t."id", t."kind"::text as "kind", t."nameSealed", count(*)::int as "places", min(e."at") as "first", max(e."at") as "last",
    coalesce(bool_or(e."id" = ${entryId}::uuid), false) as "here"
  from "Thread" t join "ThreadPlace" p on p."threadId" = t."id" and p."removedAt" is null
    join "Entry" e on e."id" = p."entryId" and e."putAwayAt" is null
  where t."patientId" = ${patientId}::uuid
  group by t."id" order by "here" desc, "last" desc, t."id" limit ${most}`;

async function openAll<T extends { id: string; nameSealed: string }>(db: Db, rows: T[]) {
  const opened: (Omit<T, "nameSealed"> & { name: string })[] = [];
  for (const { nameSealed, ...row } of rows) opened.push({ ...row, name: await unseal(db, row.id, nameSealed) });
  return opened;
}

/** These threads by their names, as far as the one who asks may see them, each with how many pages that they may read it shows in. */
export async function openThreads(db: Db, ids: string[]) {
  const places = { where: { removedAt: null, entry: { is: { putAwayAt: null } } } };
  const select = { id: true, kind: true, nameSealed: true, createdAt: true, _count: { select: { places } } };
  return openAll(db, await db.thread.findMany({ where: { id: { in: ids } }, select }));
}
