import { type Db, joinSql, type Sql, sql } from "@/lib/core/db";
import type { Lying } from "@/lib/core/kind";
import { type KindName, kindNames, kinds } from "@/lib/core/kinds";
import { cutPage, type Page, type Place, pageSize } from "@/lib/core/pages";
import type { Stretch } from "../rules";

/** A thing on the path. */
export type Thing = Lying & { kind: KindName };

/** All that lies on a patient's path, as one relation with a branch for each kind; `only` narrows and bounds every branch. */
export const thingsOf = (patientId: string, only: (at: Sql) => Sql = () => sql`true`, end: Sql = sql``): Sql =>
  joinSql(
    kindNames.flatMap((name) => {
      const { timeline } = kinds[name];
      if (!timeline) return [];
      const { from, at, where, look, ref = sql`null::uuid`, label = sql`''`, mood = sql`null::int` } = timeline;
      return [
        sql`
        (select ${name} as "kind", x."id", ${at} as "at", ${ref} as "ref", ${label} as "label", ${mood} as "mood", ${look} as "look"
         from ${from} where x."patientId" = ${patientId}::uuid and ${where} and ${only(at)} ${end})`,
      ];
    }),
    " union all ",
  );

export type Named = { title: string; what: string };

/** What these things are called, and what they are, by their ids. */
export async function nameThings(
  db: Db,
  patientId: string,
  things: Thing[],
  zone: string,
): Promise<Map<string, Named>> {
  const names = new Map<string, Named>();
  for (const name of new Set(things.map(({ kind }) => kind))) {
    const ofKind = things.filter(({ kind }) => kind === name);
    for (const [id, named] of (await kinds[name].timeline?.name(db, patientId, ofKind, zone)) ?? [])
      names.set(id, named);
  }
  return names;
}

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
