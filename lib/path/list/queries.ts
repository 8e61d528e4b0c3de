import { formerCompanion } from "@/lib/companions/grants/rules";
import { type Db, joinSql, type Sql, sql } from "@/lib/core/db";
import { cutPage, type Page, type Place, pageSize } from "@/lib/core/pages";
import type { Kind, Stretch } from "../rules";

/** A thing on the path. `label` is a plain word of its own: an intention's text, a practice's slug, a note's author, a session's kind. */
export type Thing = { kind: Kind; id: string; at: Date; ref: string | null; label: string; mood: number | null };

type Branch = { kind: Kind; from: Sql; at: Sql; where: Sql; ref?: Sql; label?: Sql; mood?: Sql };

/** Everything that lies on a path, one branch for each kind. What was put away, taken back or has not happened is not there. */
const branches: Branch[] = [
  { kind: "entry", from: sql`"Entry" x`, at: sql`x."at"`, where: sql`x."putAwayAt" is null` },
  {
    kind: "practice",
    from: sql`"PracticeLog" x`,
    at: sql`x."at"`,
    where: sql`x."removedAt" is null`,
    label: sql`x."slug"`,
  },
  {
    kind: "checkIn",
    from: sql`"CheckIn" x`,
    at: sql`x."at"`,
    where: sql`num_nonnulls(x."mood", x."anxiety", x."energy", x."pain", x."state", x."sleepHours", x."sleepQuality", x."water", x."caffeine",
      x."screens", x."connection", x."wordSealed") > 0`,
    mood: sql`x."mood"`,
  },
  { kind: "media", from: sql`"Media" x`, at: sql`x."at"`, where: sql`x."putAwayAt" is null and x."entryId" is null` },
  {
    kind: "wording",
    from: sql`"IntentionWording" x join "Intention" i on i."id" = x."intentionId"`,
    at: sql`x."at"`,
    where: sql`true`,
    ref: sql`i."sessionId"`,
    label: sql`x."text"`,
  },
  {
    kind: "session",
    from: sql`"Session" x`,
    at: sql`coalesce(x."startedAt", x."startsAt")`,
    where: sql`x."state" in ('inProgress', 'completed')`,
    label: sql`x."kind"::text`,
  },
  {
    kind: "note",
    from: sql`"Note" x`,
    at: sql`x."signedAt"`,
    where: sql`x."state" = 'signed'`,
    ref: sql`x."sessionId"`,
    label: sql`coalesce(x."signerName", '')`,
  },
  {
    kind: "companionNote",
    from: sql`"CompanionNote" x join "CompanionGrant" g on g."id" = x."grantId"`,
    at: sql`x."handedOverAt"`,
    where: sql`x."handedOverAt" is not null`,
    ref: sql`x."sessionId"`,
    label: sql`case when g."nameGoneAt" is null then g."companionName" else ${formerCompanion} end`,
  },
];

/** All that lies on a patient's path, as one relation; `only` narrows and bounds every branch. */
export const thingsOf = (patientId: string, only: (at: Sql) => Sql = () => sql`true`, end: Sql = sql``): Sql =>
  joinSql(
    branches.map(
      ({ kind, from, at, where, ref = sql`null::uuid`, label = sql`''`, mood = sql`null::int` }) => sql`
        (select ${kind} as "kind", x."id", ${at} as "at", ${ref} as "ref", ${label} as "label", ${mood} as "mood"
         from ${from} where x."patientId" = ${patientId}::uuid and ${where} and ${only(at)} ${end})`,
    ),
    " union all ",
  );

/** Where a page of the list begins: at a thing, beyond it, or at the newest. */
export type PathPlace = Place & { from?: string };

/** What lies on a path, the newest first, a page at a time; of one stretch alone when it is given. Each branch answers one page at most. */
export async function listThings(
  db: Db,
  patientId: string,
  place: PathPlace,
  within?: Pick<Stretch, "from" | "to">,
): Promise<Page<Thing>> {
  const cursor = place.from ?? place.after ?? place.before;
  const edge = cursor ? await findTime(db, patientId, cursor) : null;
  const back = Boolean(place.before);
  const order = back ? sql`asc` : sql`desc`;
  const sign = back ? sql`>` : place.from ? sql`<=` : sql`<`;
  const only = (at: Sql) =>
    joinSql(
      [
        edge ? sql`(${at}, x."id") ${sign} (${edge.at}, ${edge.id}::uuid)` : sql`true`,
        within?.from ? sql`${at} >= ${within.from}` : sql`true`,
        within?.to ? sql`${at} < ${within.to}` : sql`true`,
      ],
      " and ",
    );
  const end = sql`order by 3 ${order}, 2 ${order} limit ${pageSize + 1}`;
  const rows = await db.$queryRaw<Thing[]>`
    select * from (${thingsOf(patientId, only, end)}) t order by "at" ${order}, "id" ${order} limit ${pageSize + 1}`;
  return cutPage(rows, { before: place.before, after: place.after ?? place.from });
}

async function findTime(db: Db, patientId: string, id: string) {
  const rows = await db.$queryRaw<{ id: string; at: Date }[]>`
    select "id", "at" from (${thingsOf(patientId, () => sql`x."id" = ${id}::uuid`)}) t limit 1`;
  return rows[0] ?? null;
}
