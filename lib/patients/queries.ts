import { dayOf, now } from "@/lib/core/clock";
import { type Db, sql } from "@/lib/core/db";
import { type KindName, liesIn } from "@/lib/core/kinds";
import { cutPage, type Page, type Place, pageSize } from "@/lib/core/pages";
import type { SessionKind, SessionState } from "@/prisma/generated/enums";
import { ageOn } from "./rules";

type ListedSession = { id: string; kind: SessionKind; state: SessionState; startsAt: Date };
export type ListedPatient = {
  id: string;
  fullName: string;
  pronouns: string;
  inactive: boolean;
  next: ListedSession | null;
  last: ListedSession | null;
};
/** The patients whom the acting therapist treats, by name, with the next and the last session of each, in one statement. */
export async function listMyPatients(db: Db, search: string, place: Place): Promise<Page<ListedPatient>> {
  const edge = place.after ?? place.before;
  const found = await db.$queryRaw<ListedPatient[]>`
    select p."id", ${nameOf} as "fullName", p."pronouns", p."deactivatedAt" is not null as "inactive",
      next."row" as "next", last."row" as "last"
    from "Person" p
    left join "Contact" c on c."personId" = p."id"
    left join lateral (select ${listed} from "Session" s
      where s."patientId" = p."id" and (s."state" = 'inProgress' or s."state" in ('scheduled', 'checkedIn') and s."endsAt" > ${now()})
      order by s."startsAt", s."id" limit 1) next on true
    left join lateral (select ${listed} from "Session" s
      where s."patientId" = p."id" and s."state" = 'completed'
      order by s."startsAt" desc, s."id" desc limit 1) last on true
    where p."role" = 'patient' and ${matches(search)} and ${edge ? beyond(edge, place) : sql`true`}
    order by ${place.before ? sql`lower(${nameOf}) desc, p."id" desc` : sql`lower(${nameOf}), p."id"`}
    limit ${pageSize + 1}`;
  return cutPage(found.map(withDates), place);
}

const nameOf = sql`coalesce(nullif(c."fullName", ''), p."name")`;
const listed = sql`jsonb_build_object('id', s."id", 'kind', s."kind", 'state', s."state", 'startsAt', s."startsAt") as "row"`;

function matches(search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(p."name" ilike ${pattern} or c."fullName" ilike ${pattern})`;
}

const beyond = (edge: string, { before }: Place) => sql`
  (lower(${nameOf}), p."id") ${before ? sql`<` : sql`>`} (select lower(${nameOf}), p."id"
    from "Person" p left join "Contact" c on c."personId" = p."id" where p."id" = ${edge}::uuid)`;

const withDates = (row: ListedPatient): ListedPatient => ({
  ...row,
  next: withDate(row.next),
  last: withDate(row.last),
});
const withDate = (session: ListedSession | null) => session && { ...session, startsAt: new Date(session.startsAt) };

/** Who a patient is, for somebody on their care team. `since` is when the one who asks joined it. Null where there is none for them. */
export async function findPatientRecord(
  db: Db,
  patientId: string,
  reader: { personId: string; clinicTimeZone: string },
) {
  const person = await db.person.findUnique({
    where: { id: patientId, role: "patient" },
    select: {
      id: true,
      name: true,
      pronouns: true,
      deactivatedAt: true,
      contact: { select: { fullName: true, email: true, phone: true, birthDate: true } },
    },
  });
  if (!person) return null;
  const careTeam = await listCareTeam(db, patientId);
  const { contact, ...rest } = person;
  const born = contact?.birthDate?.toISOString().slice(0, 10);
  return {
    ...rest,
    fullName: contact?.fullName || person.name,
    email: contact?.email ?? "",
    phone: contact?.phone ?? "",
    age: born ? ageOn(born, dayOf(now(), reader.clinicTimeZone)) : undefined,
    since: careTeam.find(({ id }) => id === reader.personId)?.since,
    careTeam,
  };
}

export type PatientRecord = NonNullable<Awaited<ReturnType<typeof findPatientRecord>>>;

/** The therapists who treat a patient now, by name. */
export async function listCareTeam(db: Db, patientId: string) {
  const places = await db.careTeamMember.findMany({
    where: { patientId, from: { lte: now() }, OR: [{ until: null }, { until: { gt: now() } }] },
    select: { from: true, therapist: { select: { id: true, name: true, credentials: true } } },
    orderBy: { therapist: { name: "asc" } },
  });
  return places.map(({ from, therapist }) => ({ ...therapist, since: from }));
}

export type NewlyShared = {
  subject: KindName;
  subjectId: string;
  sharedAt: Date;
  patientId: string;
  patientName: string;
  sessionId: string | null;
  kind: SessionKind | null;
  startsAt: Date | null;
};

/** What patients share with their care team and this therapist has not had open yet, the newest first. */
export const listNewlyShared = (db: Db, therapistId: string, take = 20): Promise<NewlyShared[]> =>
  db.$queryRaw`
    select h."subject", h."subjectId", h."sharedAt", h."patientId", ${nameOf} as "patientName",
      s."id" as "sessionId", s."kind", s."startsAt"
    from "Share" h
    join "Person" p on p."id" = h."patientId"
    left join "Contact" c on c."personId" = p."id"
    left join "Session" s on s."id" = (${liesIn("therapist", sql`h."subject"`, sql`h."subjectId"`)})::uuid
    where h."audience" = 'careTeam' and h."takenBackAt" is null
      and not exists (select 1 from "ShareSeen" e where e."personId" = ${therapistId}::uuid and e."subjectId" = h."subjectId")
    order by h."sharedAt" desc, h."id" desc
    limit ${take}`;

/** Which of these entries a therapist has not had open yet. */
export async function findUnseen(db: Db, therapistId: string, subjectIds: string[]): Promise<Set<string>> {
  const seen = await db.shareSeen.findMany({
    where: { personId: therapistId, subjectId: { in: subjectIds } },
    select: { subjectId: true },
  });
  const ids = new Set(seen.map(({ subjectId }) => subjectId));
  return new Set(subjectIds.filter((id) => !ids.has(id)));
}
