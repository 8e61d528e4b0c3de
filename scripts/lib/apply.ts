import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { listMigrations } from "./files";
import { withClient } from "./reach";
import { Stop } from "./stop";
import { nameVersion } from "./versions";
import { areWallsRaised, raiseWalls, razeWalls } from "./walls";

/**
 * Brings tables and walls to what `prisma/migrations` and `prisma/walls` say, as the owner of all tables, in one transaction: what
 * fails leaves everything as it was. `count` stops after so many migrations, without walls. Returns the names of what was applied now.
 */
export async function applyMigrations(migrateUrl: string, count?: number): Promise<string[]> {
  return withClient(migrateUrl, async (owner) => {
    // The lock ends with the connection, also of a process that is killed.
    await owner.query("SET ROLE portal_owner; SELECT pg_advisory_lock(hashtext('threshold-migrate'))");
    for (const kind of ["FUNCTIONS", "TYPES"])
      await owner.query(`ALTER DEFAULT PRIVILEGES REVOKE ALL ON ${kind} FROM PUBLIC`);
    await owner.query(ledger);
    const pending = await listPending(owner, count);
    const isWhole = count === undefined || count >= listMigrations().length;
    if (pending.length === 0 && (!isWhole || (await areWallsRaised(owner)))) return [];
    try {
      await owner.query("BEGIN");
      await razeWalls(owner);
      for (const migration of pending) await applyOne(owner, migration);
      if (isWhole) {
        await nameVersion(owner);
        await raiseWalls(owner);
      }
      await owner.query("COMMIT");
    } catch (error) {
      throw new Stop(`The database could not be migrated. Nothing was changed.\n${(error as Error).message}`);
    }
    return pending.map(({ name }) => name);
  });
}

/** Which migrations were applied, and when: the table keeps the name and the columns that it had from the first version on. */
const ledger = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" varchar(36) PRIMARY KEY, "checksum" varchar(64) NOT NULL, "finished_at" timestamptz, "migration_name" varchar(255) NOT NULL,
    "logs" text, "rolled_back_at" timestamptz, "started_at" timestamptz NOT NULL DEFAULT now(), "applied_steps_count" integer NOT NULL DEFAULT 0)`;

type Migration = ReturnType<typeof listMigrations>[number];

async function listPending(owner: pg.ClientBase, count = Number.POSITIVE_INFINITY): Promise<Migration[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Set(rows.map(({ name }) => name));
  return listMigrations()
    .slice(0, count)
    .filter(({ name }) => !applied.has(name));
}

async function applyOne(owner: pg.ClientBase, { name, sql }: Migration) {
  await owner.query(sql).catch((error: Error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  await owner.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), createHash("sha256").update(sql).digest("hex"), name],
  );
  // A value that was added to an enum can be used only once it is committed. Newer migrations add none (tests/architecture.test.ts).
  if (/\badd value\b/i.test(sql)) await owner.query("COMMIT; BEGIN");
}
