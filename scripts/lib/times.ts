import type pg from "pg";
import type { Database } from "./database";
import { ask } from "./prove";
import { asOwner } from "./roles";
import { Stop } from "./stop";

/**
 * Versions before 0.2 let Postgres read and write moments in the zone of its own configuration, while the driver took every one for
 * UTC: outside UTC, what the portal wrote lies hours off. What Postgres itself wrote with now() is right.
 */
export type Shift = { zone: string | undefined; evidence: string };

/** `ahead`: seconds from the first migration, dated by the portal, to the first start of its jobs, dated by Postgres. `offset`: the zone's then. */
type Signs = { proven: boolean; empty: boolean; isUtc: boolean; offset: number; ahead: number | null; odd: number };

/** Whether moments in this database are shifted, and by which zone: the one that a plain connection of the portal would get. */
export async function findShiftIn({ as }: Pick<Database, "as">): Promise<Shift | undefined> {
  const [plain] = await ask<{ zone: string }>(
    as("portal_app"),
    "select reset_val as zone from pg_settings where name = 'TimeZone'",
  );
  const zone = plain?.zone ?? "UTC";
  const { rows } = await asOwner(as("portal_migrate"), (owner) => owner.query<Signs>(signs, [zone]));
  return shiftOf(rows[0] as Signs, zone);
}

const soon = 300;

/** What the signs say. Where they cannot tell, it is a shift whose zone a person has to name. */
export function shiftOf({ proven, empty, isUtc, offset, ahead, odd }: Signs, zone: string): Shift | undefined {
  if (proven || empty || ahead === null) return undefined;
  const begun = Math.round(Math.abs(ahead) / 360) / 10;
  if (ahead < -60 || odd > 0) {
    const fits = Math.abs(ahead - offset) < soon;
    const evidence =
      odd > 0 ? `${odd} sign-ins were used before they began` : `it began ${begun} hours after its own start`;
    return { zone: fits ? zone : undefined, evidence };
  }
  if (offset !== 0 && Math.abs(ahead - offset) < soon)
    return { zone, evidence: `it began ${begun} hours before its own start` };
  if (isUtc || (offset !== 0 && ahead < soon)) return undefined;
  return { zone, evidence: `perhaps: Postgres goes by ${zone}` };
}

const signs = `
  select exists (select from "Installation" where "timesProvenAt" is not null) as proven,
    not exists (select from "Clinic") as empty,
    (select bool_and(d at time zone 'UTC' = d at time zone $1)
     from generate_series(timestamptz '2026-01-01', '2027-01-01', '1 week') d) as "isUtc",
    extract(epoch from (j.began at time zone $1) - (j.began at time zone 'UTC'))::float8 as "offset",
    extract(epoch from j.began - m.began)::float8 as "ahead",
    (select count(*)::int from "SignIn" where "lastSeenAt" < "createdAt" - interval '1 minute') as "odd"
  from (select started_at as began from "_prisma_migrations" order by migration_name limit 1) m,
    (select min(known_since) as began from graphile_worker._private_known_crontabs) j`;

/** Keeps that moments were looked at and are right. */
export const keepProof = (owner: pg.ClientBase) =>
  owner.query('update "Installation" set "timesProvenAt" = now() where "timesProvenAt" is null');

/** Stops where moments are shifted; keeps the proof where they are not. */
export async function proveTimes({ as }: Pick<Database, "as">) {
  const shift = await findShiftIn({ as });
  if (!shift) return void (await asOwner(as("portal_migrate"), keepProof));
  throw new Stop(
    `An earlier version of the portal stored the times of this database shifted by some hours (${shift.evidence}).\n` +
      "Nothing is lost, and nothing is served until they are right. See what would be changed:  npm run convert-times",
  );
}

export type Moved = { table: string; rows: number; newest: Date; becomes: Date };

/** A century there and back, so that no appointment meets one that has not moved yet. */
const century = "interval '36525 days'";
const right = (column: string) => `(("${column}" at time zone $1) at time zone 'UTC')`;

/**
 * Puts every moment that the portal wrote to where it belongs, in the caller's transaction, as the owner of the tables: the clock's
 * reading stays, and counts as UTC. Sign-ins, of which Postgres wrote a part, are ended. Answers what moved.
 */
export async function convertTimes(owner: pg.ClientBase, zone: string): Promise<Moved[]> {
  const moved: Moved[] = [];
  for (const { table, columns } of await listMoments(owner)) {
    const there = columns.map((column) => `"${column}" = ${right(column)} + ${century}`).join(", ");
    const back = columns.map((column) => `"${column}" = "${column}" - ${century}`).join(", ");
    const newest = `greatest(${columns.map((column) => `max("${column}")`).join(", ")})`;
    const { rows } = await owner.query(`select ${newest} as newest from "${table}"`);
    await owner.query(`alter table "${table}" disable trigger user`);
    const { rowCount } = await owner.query(`update "${table}" set ${there}`, [zone]);
    await owner.query(`update "${table}" set ${back}`);
    await owner.query(`alter table "${table}" enable trigger user`);
    const { rows: after } = await owner.query(`select ${newest} as newest from "${table}"`);
    if (rows[0].newest) moved.push({ table, rows: rowCount ?? 0, newest: rows[0].newest, becomes: after[0].newest });
  }
  await owner.query(`update "SignIn" set "endedAt" = coalesce("endedAt", now()), "endedBy" = coalesce("endedBy", 'convert-times'),
    "lastSeenAt" = greatest("lastSeenAt", "createdAt")`);
  await keepProof(owner);
  return moved;
}

async function listMoments(owner: pg.ClientBase): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await owner.query(
    `select c.relname::text as "table", array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'timestamptz'::regtype
       and not a.attisdropped and c.relname not in ('_prisma_migrations', 'Installation')
     group by 1 order by 1`,
  );
  return rows;
}
