import { listAllSensations, listStates } from "@/lib/body/queries";
import { listCheckIns } from "@/lib/checkIns/queries";
import { listHandedOverNotes, listSharedCompanionNotes } from "@/lib/companions/notes/queries";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { listGoals } from "@/lib/goals/queries";
import { type EntryVersion, listEntriesByIds, listWaitingLetters } from "@/lib/journal/queries";
import { listMediaByIds } from "@/lib/making/queries";
import { readSections, signatureWords, written } from "@/lib/notes/rules";
import { listOwn } from "@/lib/practices/own/queries";
import { findPlan } from "@/lib/practices/plan/queries";
import { listNames } from "@/lib/practices/queries";
import { listSessions } from "@/lib/sessions/queries";
import { listAnswers } from "@/lib/sharing/answers/queries";

/** How many rows of the journal or the gallery are read at once. */
export const batch = 100;

/** Sessions from the first to the last, each with its intention's wordings, the companions' words and the released notes. */
export async function gatherSessions(db: Db, patientId: string) {
  const sessions = await listSessions(db, patientId);
  const ids = sessions.map(({ id }) => id);
  const intentions = await db.intention.findMany({
    where: { patientId },
    select: {
      sessionId: true,
      wordings: { select: { number: true, text: true, at: true }, orderBy: { number: "asc" } },
    },
  });
  const companions = await listSharedCompanionNotes(db, ids);
  const waiting = (await listHandedOverNotes(db, patientId)).filter(({ openedAt }) => !openedAt);
  const notes = await gatherNotes(db, patientId);
  return sessions.map(({ id, courseId, kind, number, state, startsAt, place, therapist }) => ({
    ...{ id, courseId, kind, number, state, startsAt, place, therapist: therapist?.name ?? "" },
    intention: intentions.find(({ sessionId }) => sessionId === id)?.wordings ?? [],
    companions: companions
      .filter(({ sessionId }) => sessionId === id)
      .map(({ companionName, saw, seemed, lines }) => ({
        ...{ companionName, saw, seemed, lines: lines.map(({ at, text }) => ({ at, text })) },
      })),
    unopened: waiting.filter(({ sessionId }) => sessionId === id).map(({ grant }) => grant.companionName),
    notes: notes.filter(({ sessionId }) => sessionId === id).map(({ sessionId: _, ...note }) => note),
  }));
}

async function gatherNotes(db: Db, patientId: string) {
  const rows = await db.note.findMany({
    where: { patientId, state: "signed" },
    select: {
      ...{ sessionId: true, format: true, sections: true, signedAt: true, signerName: true, signerCredentials: true },
      addenda: {
        select: { text: true, at: true, authorName: true, authorCredentials: true },
        orderBy: [{ at: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ sessionId, format, sections, signedAt, signerName, signerCredentials, addenda }) => ({
    ...{ sessionId, signedAt, by: signatureWords(signerName ?? "", signerCredentials ?? "") },
    sections: written(format, readSections(sections)).map(({ label, text }) => ({ label, text })),
    addenda: addenda.map(({ text, at, authorName, authorCredentials }) => ({
      ...{ text, at, by: signatureWords(authorName, authorCredentials) },
    })),
  }));
}

/** The journal's next pages in the order they were begun, put-away ones among them, each with its earlier versions. Letters that wait are not there. */
export async function gatherEntries(db: Db, patientId: string, after: string | undefined) {
  const rows = await db.entry.findMany({
    where: { patientId, id: after ? { gt: after } : undefined },
    select: { id: true },
    orderBy: { id: "asc" },
    take: batch,
  });
  const ids = rows.map(({ id }) => id);
  const versions = await gatherVersions(db, ids);
  const entries = await listEntriesByIds(db, ids);
  return {
    last: rows.length === batch ? ids.at(-1) : undefined,
    entries: entries.map(({ id, kind, title, text, moods, prompt, colour, at, savedAt, putAwayAt }) => ({
      ...{ id, kind, title, text, moods, prompt, colour, at, savedAt, putAway: Boolean(putAwayAt) },
      versions: versions.get(id) ?? [],
    })),
  };
}

async function gatherVersions(db: Db, entryIds: string[]) {
  const rows = await db.entryVersion.findMany({
    where: { entryId: { in: entryIds } },
    select: { id: true, entryId: true, number: true, savedAt: true, sealed: true },
    orderBy: [{ entryId: "asc" }, { number: "asc" }],
  });
  const all = new Map<string, EntryVersion[]>();
  for (const { id, entryId, sealed, ...row } of rows) {
    const version = { ...row, ...JSON.parse(await unseal(db, id, sealed)) };
    all.set(entryId, [...(all.get(entryId) ?? []), version]);
  }
  return all;
}

/** The gallery's next pieces, put-away ones among them, without their bytes. */
export async function gatherMedia(db: Db, patientId: string, after: string | undefined) {
  const rows = await db.media.findMany({
    where: { patientId, id: after ? { gt: after } : undefined },
    select: { id: true },
    orderBy: { id: "asc" },
    take: batch,
  });
  const media = await listMediaByIds(
    db,
    rows.map(({ id }) => id),
  );
  return {
    last: rows.length === batch ? rows.at(-1)?.id : undefined,
    media: media.map(({ id, entryId, kind, source, type, size, seconds, caption, alt, at, putAwayAt }) => ({
      ...{ id, entryId, kind, source, type, size, seconds, caption, alt, at, putAway: Boolean(putAwayAt) },
    })),
  };
}

/** What recurs: every thread with the entries where it shows, and the entries that were laid side by side. Letters that wait are not there. */
export async function gatherThreads(db: Db, patientId: string) {
  const rows = await db.thread.findMany({
    where: { patientId },
    select: {
      ...{ id: true, kind: true, nameSealed: true },
      places: {
        where: { removedAt: null, entry: { patientId } },
        select: { entryId: true },
        orderBy: { addedAt: "asc" },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const threads = [];
  for (const { id, kind, nameSealed, places } of rows) {
    threads.push({ kind, name: await unseal(db, id, nameSealed), entries: places.map(({ entryId }) => entryId) });
  }
  const links = await db.$queryRaw<{ aId: string; bId: string }[]>`
    select l."aId", l."bId" from "EntryLink" l join "Entry" a on a."id" = l."aId" join "Entry" b on b."id" = l."bId"
    where l."patientId" = ${patientId}::uuid and l."removedAt" is null order by l."id"`;
  return { threads: threads.filter(({ entries }) => entries.length > 0), links };
}

/** What a patient practised and planned, and the practices in their own words. */
export async function gatherPractice(db: Db, patientId: string) {
  const logs = await db.practiceLog.findMany({
    where: { patientId, removedAt: null },
    select: { slug: true, at: true, minutes: true, before: true, after: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const nameOf = await listNames(db, patientId, [...new Set(logs.map(({ slug }) => slug))]);
  const plan = await findPlan(db, patientId);
  const own = await listOwn(db, patientId);
  return {
    practiceLog: logs.map(({ slug, ...log }) => ({ practice: nameOf(slug).title, ...log })),
    plan: [...(plan?.items ?? []), ...(plan?.letGo ?? [])].map(({ title, rhythm, addedAt, endedAt }) => ({
      ...{ title, rhythm, addedAt, endedAt },
    })),
    ownPractices: own.map(({ version: _, slug: __, putAwayAt, ...words }) => ({
      ...words,
      putAway: Boolean(putAwayAt),
    })),
  };
}

/** Goals, small actions that grew from the journal, days, states, sensations, answers, and that letters wait. */
export async function gatherRest(db: Db, patientId: string) {
  const goals = await listGoals(db, patientId);
  const steps = await db.goalAction.findMany({
    where: { patientId, goalId: null },
    select: { text: true, state: true, stateAt: true, entryId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const subjects = await db.answer.findMany({ where: { patientId }, select: { subjectId: true } });
  const answers = await listAnswers(db, [...new Set(subjects.map(({ subjectId }) => subjectId))]);
  return {
    goals: goals.map(({ id: _, patientId: __, version: ___, ...goal }) => goal),
    steps,
    answers: answers.map(({ subjectId, text, by, at }) => ({ subjectId, text, by, at })),
    waitingLetters: (await listWaitingLetters(db)).map(({ at, sealedUntil }) => ({ at, sealedUntil })),
    checkIns: (await listCheckIns(db, patientId)).reverse(),
    states: (await listStates(db, patientId)).map(({ state, at }) => ({ state, at })).reverse(),
    sensations: (await listAllSensations(db, patientId)).reverse(),
  };
}

type Gathered<F extends (...all: never[]) => unknown> = Awaited<ReturnType<F>>;
export type BookSession = Gathered<typeof gatherSessions>[number];
export type BookEntry = Gathered<typeof gatherEntries>["entries"][number];
export type BookMedia = Gathered<typeof gatherMedia>["media"][number];

/** Everything of one's own, without the bytes of pictures and sounds. */
export type Contents = {
  name: string;
  clinic: string;
  zone: string;
  boundAt: Date;
  sessions: BookSession[];
  entries: BookEntry[];
  media: BookMedia[];
} & Gathered<typeof gatherThreads> &
  Gathered<typeof gatherPractice> &
  Gathered<typeof gatherRest>;
