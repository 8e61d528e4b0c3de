import { type Database, serverUrls } from "./database";
import { withClient } from "./reach";
import { ownKind } from "./roles";
import { Stop } from "./stop";
import { proveVersion } from "./versions";
import { areWallsRaised } from "./walls";

type Server = { version: number; standby: boolean; encoding: string; isPlain: boolean };

const oldest = 15;

/** Asks a server what it is, before anything is made in it; and what its database is, where that is there already. */
export async function proveServer(address: string, isThere: boolean) {
  const [server] = await ask<Server>(
    address,
    `select current_setting('server_version_num')::int as version, pg_is_in_recovery() as standby,
       pg_encoding_to_char(encoding) as encoding, lower('I') = 'i' as "isPlain" from pg_database where datname = current_database()`,
  );
  if (!server) return;
  const { version, encoding, standby, isPlain } = server;
  if (version < oldest * 10_000)
    throw new Stop(`This Postgres is version ${Math.floor(version / 10_000)}. The portal needs ${oldest} or newer.`);
  if (standby)
    throw new Stop(
      "This Postgres is a standby and takes no writes. Write the address of the primary into DATABASE_URL.",
    );
  if (!isThere) return;
  const makeOne = `Make one with  CREATE DATABASE threshold ${ownKind}`;
  if (encoding !== "UTF8")
    throw new Stop(`This database has the encoding ${encoding}, which cannot hold everybody's letters. ${makeOne}`);
  if (!isPlain) throw new Stop(`This database's collation makes another letter than i of a capital I. ${makeOne}`);
}

/**
 * Asks the server, on every pool that will serve, who the portal is to it, and whether every table has its wall. Nothing is served
 * where an answer is wrong.
 */
export async function proveWalls(database: Pick<Database, "as">) {
  // Connecting proves the role itself.
  for (const address of Object.values(serverUrls(database))) await ask(address, "select");
  const { APP_DATABASE_URL } = serverUrls(database);
  const [owner] = await ask<{ power: string }>(APP_DATABASE_URL, ownersPower);
  if (owner)
    throw new Stop(
      `The database's role portal_owner was given ${owner.power}, which it must not have: run  ALTER ROLE portal_owner NO${owner.power}`,
    );
  const open = await ask<{ name: string }>(APP_DATABASE_URL, openTables);
  if (open[0])
    throw new Stop(
      `Row-level security is switched off for the table ${open[0].name}. Nothing is served like that: run  ALTER TABLE "${open[0].name}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
    );
}

/** On an instance that only serves: the data is of this version, and somebody who may migrate has looked at its times. */
export async function proveOpen(database: Pick<Database, "as">) {
  const address = database.as("portal_accounts");
  await withClient(address, proveVersion);
  const [there] = await ask<{ ready: boolean }>(
    address,
    `select exists (select from pg_attribute where attrelid = to_regclass('"Installation"') and attname = 'walls') as ready`,
  );
  const [proof] = there?.ready
    ? await ask(address, 'select from "Installation" where "timesProvenAt" is not null')
    : [];
  if (!proof || !(await withClient(address, areWallsRaised)))
    throw new Stop(
      "This database is not prepared for this version. Run  npm run migrate  once, with DATABASE_OWNER_URL.",
    );
}

const ownersPower = `
  select case when rolsuper then 'SUPERUSER' when rolbypassrls then 'BYPASSRLS' else 'LOGIN' end as power
  from pg_roles where rolname = 'portal_owner' and (rolsuper or rolbypassrls or rolcanlogin)`;

const openTables = `
  select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
    and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`;

/** One question on a connection of its own. */
export async function ask<Row extends object>(address: string, text: string): Promise<Row[]> {
  return withClient(address, async (client) => (await client.query<Row>(text)).rows);
}
