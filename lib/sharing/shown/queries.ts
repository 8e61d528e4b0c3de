import { listCheckIns } from "@/lib/checkIns/queries";
import type { Db } from "@/lib/core/db";
import { cutPage, type Page, type Place } from "@/lib/core/pages";
import { listEntriesByIds } from "@/lib/journal/queries";
import { listMediaByIds, listMediaOf } from "@/lib/making/queries";
import { listAnswers } from "@/lib/sharing/answers/queries";
import type { ShareSubject } from "@/lib/sharing/rules";
import {
  listGoalsAmong,
  listIntentionsAmong,
  listLogsAmong,
  listNotesAmong,
  listPlanAmong,
  listSensationsAmong,
} from "./among/queries";
import { type Share, shownSubjects, type Thing } from "./rules";

export const sharesOnPage = 12;

/** Whose shares, and for whom: a patient's for their care team, or everything for the companion who asks. */
type Of = { patientId: string; audience: "careTeam" } | { audience: "companion" };

const fields = { id: true, patientId: true, subject: true, subjectId: true, sharedAt: true } as const;

/** A page of what is shared now, the newest share first, without the words. */
export async function listLiveShares(db: Db, of: Of, place: Place, size = sharesOnPage): Promise<Page<Share>> {
  const id = place.before ?? place.after;
  const from = id ? await db.share.findUnique({ where: { id }, select: { id: true, sharedAt: true } }) : null;
  const [beyond, direction] = place.before ? (["gt", "asc"] as const) : (["lt", "desc"] as const);
  const rows = await db.share.findMany({
    where: {
      ...of,
      subject: { in: [...shownSubjects] },
      takenBackAt: null,
      ...(from && {
        sharedAt: { [`${beyond}e`]: from.sharedAt },
        OR: [{ sharedAt: { [beyond]: from.sharedAt } }, { id: { [beyond]: from.id } }],
      }),
    },
    select: fields,
    orderBy: [{ sharedAt: direction }, { id: direction }],
    take: size + 1,
  });
  // `shownSubjects` bounds what these may be.
  return cutPage(rows as Share[], place, size);
}

export type Shown = Share & { thing: Thing };

/** What these shares show, as far as the one who asks may see it now: one statement or two for each kind of thing. */
export async function openShares(db: Db, shares: Share[]): Promise<Shown[]> {
  const ids = (subject: ShareSubject) =>
    shares.filter((share) => share.subject === subject).map(({ subjectId }) => subjectId);
  const patients = [...new Set(shares.map(({ patientId }) => patientId))];
  const things = new Map<string, Thing>([
    ...(await listEntryThings(db, ids("entry"))),
    ...(await listMediaByIds(db, ids("media"))).flatMap((media) =>
      media.putAwayAt ? [] : [[media.id, { kind: "media", media }] as [string, Thing]],
    ),
    ...(await listCheckInThings(db, patients, ids("checkIn"))),
    ...(await listLogsAmong(db, patients, ids("practiceLog"))),
    ...(await listSensationsAmong(db, ids("sensation"))),
    ...(await listPlanAmong(db, patients, ids("plan"))),
    ...(await listIntentionsAmong(db, ids("intention"))),
    ...(await listGoalsAmong(db, ids("goal"))),
    ...(await listNotesAmong(db, ids("companionNote"))),
  ]);
  return shares.flatMap((share) => {
    const thing = things.get(share.subjectId);
    return thing ? [{ ...share, thing }] : [];
  });
}

/** For a therapist: a page of what one patient shares with the care team, opened, with the answers to each. */
export async function listSharedWithTeam(db: Db, patientId: string, place: Place) {
  const page = await listLiveShares(db, { patientId, audience: "careTeam" }, place);
  const rows = await openShares(db, page.rows);
  const answers = await listAnswers(
    db,
    rows.map(({ subjectId }) => subjectId),
  );
  return {
    ...page,
    rows: rows.map((row) => ({ ...row, answers: answers.filter(({ subjectId }) => subjectId === row.subjectId) })),
  };
}

export type SharedWithTeam = Awaited<ReturnType<typeof listSharedWithTeam>>["rows"][number];

/** For a companion: a page of what was shared with them and still is, opened, each with the patient's name. */
export async function listSharedWithMe(db: Db, place: Place) {
  const page = await listLiveShares(db, { audience: "companion" }, place);
  const rows = await openShares(db, page.rows);
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(rows.map(({ patientId }) => patientId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    ...page,
    rows: rows.flatMap((row) => {
      const patientName = names.get(row.patientId);
      return patientName ? [{ ...row, patientName }] : [];
    }),
  };
}

export type SharedWithMe = Awaited<ReturnType<typeof listSharedWithMe>>["rows"][number];

async function listEntryThings(db: Db, ids: string[]): Promise<[string, Thing][]> {
  const entries = await listEntriesByIds(db, ids);
  const media = await listMediaOf(db, ids);
  return entries.map((entry) => [
    entry.id,
    { kind: "entry", entry, media: media.filter(({ entryId }) => entryId === entry.id) },
  ]);
}

async function listCheckInThings(db: Db, patients: string[], ids: string[]): Promise<[string, Thing][]> {
  const found: [string, Thing][] = [];
  for (const patientId of patients) {
    const checkIns = await listCheckIns(db, patientId, { ids });
    for (const checkIn of checkIns) found.push([checkIn.id, { kind: "checkIn", checkIn }]);
  }
  return found;
}
