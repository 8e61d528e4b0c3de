import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { cutPage, olderFirst, type Place, pageSize } from "@/lib/core/pages";
import type { SessionKind } from "@/prisma/generated/enums";
import { readSections } from "./rules";

const session = { select: { id: true, kind: true, startsAt: true, state: true } } as const;

/** A signed note with its addenda, and the decision that stands on its release, as far as the reader may see it. */
export async function findReadableNote(db: Db, noteId: string) {
  if (!isId(noteId)) return null;
  const note = await db.note.findUnique({
    where: { id: noteId, state: "signed" },
    include: {
      session,
      addenda: { orderBy: [{ at: "asc" }, { id: "asc" }] },
      releases: { where: { supersededAt: null }, select: { state: true, reason: true, at: true, byId: true } },
    },
  });
  if (!note?.signedAt) return null;
  const { releases, signedAt, signerName, signerCredentials, ...rest } = note;
  return {
    ...rest,
    sections: readSections(note.sections),
    signedAt,
    signerName: signerName ?? "",
    signerCredentials: signerCredentials ?? "",
    release: releases[0] ?? null,
  };
}

export type ReadableNote = NonNullable<Awaited<ReturnType<typeof findReadableNote>>>;

/** A patient's signed notes that the reader may see, the newest session first. */
export function listReadableNotes(db: Db, patientId: string) {
  return db.note.findMany({
    where: { patientId, state: "signed" },
    select: {
      id: true,
      format: true,
      authorId: true,
      signedAt: true,
      signerName: true,
      signerCredentials: true,
      session,
    },
    orderBy: [{ session: { startsAt: "desc" } }, { signedAt: "desc" }],
  });
}

/** What a therapist wrote about one session, draft or signed. */
export async function findOwnNote(db: Db, sessionId: string, authorId: string) {
  const note = await db.note.findUnique({
    where: { sessionId_authorId: { sessionId, authorId } },
    select: { id: true, format: true, sections: true, state: true, version: true, savedAt: true },
  });
  return note && { ...note, sections: readSections(note.sections) };
}

/** Signed notes about one session, by whomever. */
export function listSignedNotes(db: Db, sessionId: string) {
  return db.note.findMany({
    where: { sessionId, state: "signed" },
    select: { id: true, authorId: true, signerName: true, signerCredentials: true, signedAt: true },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
  });
}

/** Every decision on a note's release, the newest first, with the name of who decided. */
export async function listReleaseDecisions(db: Db, noteId: string) {
  const rows = await db.noteRelease.findMany({ where: { noteId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const people = await db.person.findMany({
    where: { id: { in: rows.map((row) => row.byId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, by: names.get(row.byId) ?? "A former colleague" }));
}

const patient = { select: { name: true, contact: { select: { fullName: true } } } } as const;

const listed = {
  id: true,
  sessionId: true,
  format: true,
  state: true,
  createdAt: true,
  savedAt: true,
  signedAt: true,
  session: { select: { kind: true, startsAt: true, patientId: true, patient } },
} as const;

/** A therapist's own drafts, the one that waits longest first. */
export async function listDrafts(db: Db, authorId: string) {
  const rows = await db.note.findMany({
    where: { authorId, state: "draft", session: { is: {} } },
    select: listed,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 100,
  });
  return withPatients(rows);
}

/** A therapist's own signed notes, those begun last first. */
export async function listSignedByMe(db: Db, authorId: string, place: Place) {
  const from = place.before ?? place.after;
  const start = from ? await db.note.findUnique({ where: { id: from }, select: { id: true, createdAt: true } }) : null;
  const { where, orderBy } = olderFirst("createdAt", place, start && { id: start.id, at: start.createdAt });
  const rows = await db.note.findMany({
    where: { AND: [where, { authorId, state: "signed" }] },
    select: listed,
    orderBy,
    take: pageSize + 1,
  });
  const page = cutPage(rows, place);
  return { ...page, rows: withPatients(page.rows) };
}

/** Sessions that this therapist led and has written nothing about, the oldest first. */
export async function listUnwritten(db: Db, therapistId: string) {
  const rows = await db.session.findMany({
    where: { unwrittenById: therapistId },
    select: { id: true, kind: true, startsAt: true, patientId: true, patient },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map(({ patient, ...row }) => ({ ...row, patientName: nameOf(patient) }));
}

/** How many notes a therapist has still to write or sign: the lists of drafts and of the unwritten, counted at once. */
export async function countUnsigned(db: Db, therapistId: string): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    select (select count(*) from "Session" where "unwrittenById" = ${therapistId}::uuid)::int
      + (select count(*) from "Note" n join "Session" s on s."id" = n."sessionId" where n."authorId" = ${therapistId}::uuid and n."state" = 'draft')::int
      as "count"`;
  return row.count;
}

const withPatients = <R extends { session: { patient: Named; kind: SessionKind; startsAt: Date; patientId: string } }>(
  rows: R[],
) => rows.map(({ session: { patient, ...session }, ...row }) => ({ ...row, session, patientName: nameOf(patient) }));

type Named = { name: string; contact: { fullName: string } | null };

const nameOf = ({ name, contact }: Named) => contact?.fullName || name;

/** The newest intention, up to a session, that the reader may see: that session's own, or the one of the dose it integrates. */
export function findIntentionInView(db: Db, { patientId, startsAt }: { patientId: string; startsAt: Date }) {
  return db.intention.findFirst({
    where: { patientId, session: { startsAt: { lte: startsAt } } },
    select: {
      id: true,
      version: true,
      session: { select: { id: true, startsAt: true } },
      wordings: { select: { id: true, number: true, text: true, at: true }, orderBy: { number: "desc" } },
    },
    orderBy: { session: { startsAt: "desc" } },
  });
}
