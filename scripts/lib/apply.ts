import { PrismaPg } from "@prisma/adapter-pg";
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { openPool } from "@/lib/core/connection";
import { noFilters, openEngine, readMigrations, reasonOf } from "./engine";
import { Stop } from "./stop";

const unfinished = `finished_at IS NULL AND rolled_back_at IS NULL`;

/** Applies what is missing of `prisma/migrations`, the first `count` of them when given, as the owner of all tables. */
export async function applyMigrations(migrateUrl: string, count?: number) {
  // One connection, whose lock a server process that outlived its client keeps until it is done.
  const pool = openPool(migrateUrl, { max: 1, idleTimeoutMillis: 0, onConnect: becomeOwner });
  try {
    await pool.query("SELECT pg_advisory_lock(hashtext('threshold-migrate'))");
    await closeToPublic(pool);
    await forgetUnfinished(pool);
    const migrationsList = readMigrations(count);
    const engine = await openEngine(wholeScripts(pool, scriptsOf(migrationsList)));
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
    await pool.query(`GRANT SELECT ON "_prisma_migrations" TO portal_app, portal_accounts, portal_backup`);
    return appliedMigrationNames;
  } catch (error) {
    throw new Stop(`The database could not be migrated.\n${reasonOf(error)}`);
  } finally {
    await pool.end();
  }
}

const becomeOwner = async (client: pg.ClientBase) => void (await client.query("SET ROLE portal_owner"));

async function closeToPublic(pool: pg.Pool) {
  for (const kind of ["FUNCTIONS", "TYPES"])
    await pool.query(`ALTER DEFAULT PRIVILEGES REVOKE ALL ON ${kind} FROM PUBLIC`);
}

/** A migration says in its own transaction that it is finished. One that never did has left nothing, and may run again. */
async function forgetUnfinished(pool: pg.Pool) {
  const { rows } = await pool.query(`SELECT to_regclass('public."_prisma_migrations"') IS NOT NULL AS there`);
  if (rows[0].there) await pool.query(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE ${unfinished}`);
}

const scriptsOf = ({ migrationDirectories }: ReturnType<typeof readMigrations>) =>
  new Set(migrationDirectories.map(({ migrationFile }) => migrationFile.content.value));

/** adapter-pg cuts scripts at every semicolon; a whole script in one query is one transaction, and keeps function bodies. */
function wholeScripts(pool: pg.Pool, scripts: Set<string>): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const { provider, adapterName } = factory;
  const finish = `\n;UPDATE public."_prisma_migrations" SET finished_at = now() WHERE ${unfinished}`;
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    adapter.executeScript = async (script) => {
      await pool.query(scripts.has(script) ? script + finish : script).catch((error: pg.DatabaseError) => {
        const { code = "N/A", severity = "N/A", message, detail, column, hint } = error;
        throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
      });
    };
    return adapter;
  };
  return { provider, adapterName, connect, connectToShadowDb: connect };
}
