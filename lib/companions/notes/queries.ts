import { nameOf } from "@/lib/companions/grants/rules";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { Prisma } from "@/prisma/generated/client";
import { standOf } from "./opening/rules";

export { listSharedLines } from "./shared/queries";

export type NoteLine = { id: string; at: Date; text: string };

const lines = {
  where: { removedAt: null },
  orderBy: [{ at: "asc" }, { id: "asc" }],
  select: { id: true, at: true, textSealed: true, openedAt: true, setAsideAt: true },
} satisfies Prisma.CompanionNote$linesArgs;

const texts = {
  id: true,
  sessionId: true,
  sawSealed: true,
  seemedSealed: true,
  movedSealed: true,
  lines,
} satisfies Prisma.CompanionNoteSelect;

/** A companion's own note on a session, as long as it is not handed over and their access lasts. */
export async function findOwnNote(db: Db, sessionId: string, authorId: string) {
  const note = await db.companionNote.findUnique({
    where: { sessionId_authorId: { sessionId, authorId } },
    select: { ...texts, patientId: true, version: true, savedAt: true, rideHome: true },
  });
  return note && open(db, note);
}

const handed = {
  handedOverAt: true,
  openedAt: true,
  setAsideAt: true,
  grant: { select: { companionName: true, nameGoneAt: true } },
} as const;
const anyOpened = {
  where: { openedAt: { not: null }, removedAt: null },
  take: 1,
  select: { id: true },
} satisfies Prisma.CompanionNote$linesArgs;
const handedSession = { select: { id: true, kind: true, startsAt: true } } as const;

/**
 * What companions have handed over to a patient, the newest first. Without the words: they are on the note's own page. `isBegun` says that
 * some of it is open, `openedAt` when all of it was.
 */
export async function listHandedOverNotes(db: Db, patientId: string) {
  const notes = await db.companionNote.findMany({
    where: { patientId, handedOverAt: { not: null } },
    orderBy: [{ handedOverAt: "desc" }, { id: "desc" }],
    select: { id: true, sessionId: true, ...handed, session: handedSession, lines: anyOpened },
  });
  return notes.map(({ lines, ...note }) => ({
    ...withName(note),
    isBegun: note.openedAt !== null || lines.length > 0,
  }));
}

/**
 * One handed-over note, for the patient whose it is. `saw`, `seemed` and `moved` are there once the whole is open, `lines` are those opened,
 * `aside` those laid out of sight; `nextLineId` is the first of those that wait.
 */
export async function findHandedOverNote(db: Db, noteId: string) {
  if (!isId(noteId)) return null;
  const found = await db.companionNote.findFirst({
    where: { id: noteId, handedOverAt: { not: null } },
    select: { ...texts, ...handed, openWith: true, session: handedSession },
  });
  if (!found) return null;
  const { lines: all, ...note } = withName(found);
  const at = (stand: ReturnType<typeof standOf>) => all.filter((line) => standOf(line, note.openedAt) === stand);
  const opened = await open(db, { ...note, lines: at("open") });
  return {
    ...opened,
    ...(!note.openedAt && { saw: "", seemed: "", moved: "" }),
    hasProse: [opened.saw, opened.seemed, opened.moved].some(Boolean),
    hasLines: all.length > 0,
    aside: at("aside").map(({ id, at }) => ({ id, at })),
    nextLineId: at("waiting")[0]?.id ?? null,
  };
}

export type HandedOverNote = NonNullable<Awaited<ReturnType<typeof findHandedOverNote>>>;

/**
 * The companions' notes on these sessions that the reader may see, with their words: for the care team the notes that the patient shares,
 * each with those of its lines that are shared too; for the patient what is opened and not set aside.
 */
export async function listSharedCompanionNotes(db: Db, sessionIds: string[]) {
  const [acting] = await db.$queryRaw<{ role: string | null }[]>`select acting_role()::text as role`;
  const isOwn = acting?.role === "patient";
  const notes = await db.companionNote.findMany({
    where: {
      sessionId: { in: sessionIds },
      handedOverAt: { not: null },
      OR: [{ openedAt: { not: null } }, { lines: { some: { openedAt: { not: null } } } }],
      ...(isOwn && { setAsideAt: null }),
    },
    orderBy: [{ handedOverAt: "asc" }, { id: "asc" }],
    select: { ...texts, ...handed },
  });
  const shown = [];
  for (const { lines: all, ...note } of notes) {
    const { grant, ...named } = withName(note);
    const closed = note.openedAt ? {} : { sawSealed: "", seemedSealed: "", movedSealed: "" };
    const lines = isOwn ? all.filter((line) => standOf(line, note.openedAt) === "open") : all;
    shown.push(await open(db, { ...named, ...closed, lines, companionName: grant.companionName }));
  }
  return shown;
}

export type SharedCompanionNote = Awaited<ReturnType<typeof listSharedCompanionNotes>>[number];

type Sealed = {
  id: string;
  sawSealed: string;
  seemedSealed: string;
  movedSealed: string;
  lines: (Omit<NoteLine, "text"> & { textSealed: string; openedAt: Date | null; setAsideAt: Date | null })[];
};

async function open<N extends Sealed>(db: Db, { sawSealed, seemedSealed, movedSealed, lines, ...note }: N) {
  const opened: NoteLine[] = [];
  for (const { id, at, textSealed } of lines) opened.push({ id, at, text: await unseal(db, id, textSealed) });
  return {
    ...note,
    saw: sawSealed && (await unseal(db, `${note.id}:saw`, sawSealed)),
    seemed: seemedSealed && (await unseal(db, `${note.id}:seemed`, seemedSealed)),
    moved: movedSealed && (await unseal(db, `${note.id}:moved`, movedSealed)),
    lines: opened,
  };
}

type Named = { grant: { companionName: string; nameGoneAt: Date | null } };

/** A name that the patient let go is not in it. */
const withName = <N extends Named>({ grant, ...note }: N) => ({ ...note, grant: { companionName: nameOf(grant) } });

/** Of these notes, who wrote each and of which session, as far as the one who asks may see them; without the words. */
export async function listNotesByIds(db: Db, ids: string[]) {
  const rows = await db.companionNote.findMany({
    where: { id: { in: ids } },
    select: { id: true, grant: { select: { companionName: true, nameGoneAt: true } }, session: handedSession },
  });
  return rows.map(({ id, grant, session }) => ({ id, session, companionName: nameOf(grant) }));
}
