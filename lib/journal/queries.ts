import { hashingKey, unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { cutPage, olderFirst, type Page, type Place, pageSize } from "@/lib/core/pages";
import type { Prisma } from "@/prisma/generated/client";
import type { EntryKind } from "@/prisma/generated/enums";
import { promptWords } from "./prompts/rules";
import { hashWords, hasWords, wordsIn } from "./search/rules";

const shown = {
  id: true,
  patientId: true,
  kind: true,
  prompt: true,
  colour: true,
  sealed: true,
  at: true,
  savedAt: true,
  sealedUntil: true,
  putAwayAt: true,
  version: true,
} satisfies Prisma.EntrySelect;

type Row = Prisma.EntryGetPayload<{ select: typeof shown }>;
/** What is sealed together. */
export type Written = { title: string; text: string; moods: string[] };
/** A page of the journal, opened. `prompt` is the question in words, `promptKey` its key. */
export type Entry = Omit<Row, "sealed"> & Written & { promptKey: string };
export type EntryFilter = { kind?: EntryKind; search?: string; putAway?: boolean };

/** One entry, opened, for whoever may see it. */
export async function findEntry(db: Db, id: string): Promise<Entry | null> {
  const row = isId(id) ? await db.entry.findUnique({ where: { id }, select: shown }) : null;
  return row && open(db, row);
}

/** These entries, opened, as far as the one who asks may see them; the newest first. */
export async function listEntriesByIds(db: Db, ids: string[]): Promise<Entry[]> {
  const where = { id: { in: ids } };
  return openAll(db, await db.entry.findMany({ where, select: shown, orderBy: [{ at: "desc" }, { id: "desc" }] }));
}

/** A page of a patient's entries, the newest first: those at hand, or those put away. `search` finds words by their beginning. */
export async function listEntries(db: Db, patientId: string, filter: EntryFilter, place: Place): Promise<Page<Entry>> {
  const { kind, search, putAway = false } = filter;
  const where = { patientId, kind, putAwayAt: putAway ? { not: null } : null };
  if (search) return searchEntries(db, patientId, where, search, place);
  return cutPage(await openAll(db, await listRows(db, where, place, pageSize + 1)), place);
}

/** The letters that wait for their day: that there is one, and until when. They are closed even to their writer. */
export const listWaitingLetters = (db: Db) =>
  db.$queryRaw<{ id: string; at: Date; sealedUntil: Date }[]>`select * from waiting_letters()`;

/** The letters whose day has come since then. */
export async function listOpenedLetters(db: Db, patientId: string, since: Date): Promise<Entry[]> {
  const where = { patientId, putAwayAt: null, sealedUntil: { gte: since } };
  const rows = await db.entry.findMany({
    where,
    select: shown,
    orderBy: [{ sealedUntil: "desc" }, { id: "desc" }],
    take: 5,
  });
  return openAll(db, rows);
}

export type EntryVersion = Written & { number: number; savedAt: Date };

/** What an entry was before it was taken up again, the newest first; one page of at most 25, those before `number`. */
export async function listVersions(db: Db, entryId: string, before?: number): Promise<EntryVersion[]> {
  const rows = await db.entryVersion.findMany({
    where: { entryId, number: before ? { lt: before } : undefined },
    select: { id: true, number: true, savedAt: true, sealed: true },
    orderBy: { number: "desc" },
    take: pageSize,
  });
  const versions: EntryVersion[] = [];
  for (const { id, sealed, ...row } of rows) versions.push({ ...row, ...(await openWritten(db, id, sealed)) });
  return versions;
}

export const hasVersions = async (db: Db, entryId: string): Promise<boolean> =>
  (await db.entryVersion.findFirst({ where: { entryId }, select: { number: true } })) !== null;

export async function findVersion(db: Db, entryId: string, number: number): Promise<EntryVersion | null> {
  const row = await db.entryVersion.findUnique({ where: { entryId_number: { entryId, number } } });
  return row && { number, savedAt: row.savedAt, ...(await openWritten(db, row.id, row.sealed)) };
}

const searchBatches = [50, 200, 400, 800];

/** Candidates come by their hashes and are then opened and read: at most four statements, after which the page says how to look on. */
async function searchEntries(
  db: Db,
  patientId: string,
  where: Prisma.EntryWhereInput,
  search: string,
  place: Place,
): Promise<Page<Entry>> {
  const searched = wordsIn(search);
  if (searched.length === 0) return { rows: [] };
  const words = { hasEvery: await hashesFor(db, patientId, searched) };
  const found: Entry[] = [];
  let from = place;
  let last: string | undefined;
  for (const take of searchBatches) {
    const rows = await listRows(db, { ...where, words }, from, take);
    const entries = await openAll(db, rows);
    found.push(...entries.filter(({ title, text, moods }) => hasWords([title, text, ...moods].join(" "), searched)));
    last = rows.length === take ? rows.at(-1)?.id : undefined;
    if (found.length > pageSize || !last) break;
    from = place.before ? { before: last } : { after: last };
  }
  const page = cutPage(found, place);
  return last && found.length <= pageSize ? { ...page, [place.before ? "before" : "after"]: last } : page;
}

async function hashesFor(db: Db, patientId: string, searched: string[]): Promise<number[]> {
  const patient = await db.person.findUnique({ where: { id: patientId }, select: { clinicId: true } });
  return patient ? hashWords(await hashingKey(db, patient.clinicId, patientId), searched) : [];
}

async function listRows(db: Db, where: Prisma.EntryWhereInput, place: Place, take: number): Promise<Row[]> {
  const id = place.after ?? place.before;
  const from = id ? await db.entry.findUnique({ where: { id }, select: { id: true, at: true } }) : null;
  const beyond = olderFirst("at", place, from);
  return db.entry.findMany({ where: { AND: [where, beyond.where] }, orderBy: beyond.orderBy, select: shown, take });
}

async function openAll(db: Db, rows: Row[]): Promise<Entry[]> {
  const opened: Entry[] = [];
  for (const row of rows) opened.push(await open(db, row));
  return opened;
}

async function open(db: Db, { sealed, prompt, ...row }: Row): Promise<Entry> {
  return { ...row, prompt: promptWords(prompt), promptKey: prompt, ...(await openWritten(db, row.id, sealed)) };
}

const openWritten = async (db: Db, rowId: string, sealed: string): Promise<Written> =>
  JSON.parse(await unseal(db, rowId, sealed));
