import { readFileSync } from "node:fs";
import type pg from "pg";
import { listMigrations } from "./files";
import { Stop } from "./stop";

/** The version of this copy of the portal, such as 0.2.0. */
export const ownVersion = (): string => JSON.parse(readFileSync("package.json", "utf8")).version;

/**
 * Refuses data that a newer version has changed: an older one would hide what was made since. `client` may read which migrations
 * were applied.
 */
export async function proveVersion(client: pg.ClientBase) {
  const { rows: tables } = await client.query(
    `select to_regclass('"_prisma_migrations"') is not null as begun, to_regclass('"Installation"') is not null as named`,
  );
  if (!tables[0].begun) return;
  const known = listMigrations().map(({ name }) => name);
  const { rows } = await client.query(
    `select migration_name from "_prisma_migrations"
     where finished_at is not null and rolled_back_at is null and migration_name <> all ($1)`,
    [known],
  );
  if (rows.length === 0) return;
  const named = tables[0].named && (await client.query('select "opensFrom" from "Installation"')).rows[0];
  throw new Stop(
    `This data was opened by a newer version of the portal${named ? `, and needs ${named.opensFrom} or a later one` : ""}; ` +
      `this is ${ownVersion()}. Nothing was changed.\nPut the newer version back (git pull, or git checkout), or restore a backup from before the upgrade.`,
  );
}

/** Keeps that the data needs this version from now on. */
export const nameVersion = (owner: pg.ClientBase) =>
  owner.query(
    'insert into "Installation" ("opensFrom") values ($1) on conflict ("id") do update set "opensFrom" = excluded."opensFrom"',
    [ownVersion()],
  );
