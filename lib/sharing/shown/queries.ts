import type { Db } from "@/lib/core/db";
import type { Thing } from "@/lib/core/kind";
import { kinds, shareable, sharingOf } from "@/lib/core/kinds";
import { cutPage, type Page, type Place } from "@/lib/core/pages";
import { listAnswers } from "@/lib/sharing/answers/queries";
import type { Share } from "./rules";

export const sharesOnPage = 12;

/** A companion's line stands with its session. */
const listed = shareable.filter((name) => kinds[name].shared?.listed);

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
      subject: { in: listed },
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
  // `listed` bounds what these may be.
  return cutPage(rows as Share[], place, size);
}

export type Shown = Share & { thing: Thing };

/** What these shares show, as far as the one who asks may see it now: a statement or two for each kind of thing and patient. */
export async function openShares(db: Db, shares: Share[]): Promise<Shown[]> {
  const things = new Map<string, Thing>();
  for (const [subject, patientId, ids] of byKind(shares)) {
    for (const thing of await sharingOf(subject).open(db, patientId, ids)) things.set(thing.id, thing);
  }
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

function byKind(shares: Share[]): [Share["subject"], patientId: string, ids: string[]][] {
  const groups = new Map<string, [Share["subject"], string, string[]]>();
  for (const { subject, patientId, subjectId } of shares) {
    const group = groups.get(`${subject} ${patientId}`) ?? [subject, patientId, []];
    groups.set(`${subject} ${patientId}`, group);
    group[2].push(subjectId);
  }
  return [...groups.values()];
}
