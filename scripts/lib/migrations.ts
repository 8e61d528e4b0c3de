import { Logger, runMigrations } from "graphile-worker";
import type pg from "pg";
import { changeAddress, readAddress } from "@/lib/core/address";
import { Connection, openPool } from "@/lib/core/connection";
import { applyMigrations } from "./apply";
import { proveServer } from "./prove";
import { whyNot } from "./reach";
import { asOwner, preparePublicSchema, prepareRoles, urlAs, withLock } from "./roles";
import { Stop } from "./stop";
import { proveVersion } from "./versions";

type Target = { adminUrl: string; portalSecret: string };

/**
 * Brings the database that `adminUrl` names to the present migrations and walls, roles and worker tables
 * included. Returns the names of the migrations that were applied now. `count` stops after so many of them.
 */
export async function migrate({ adminUrl, portalSecret }: Target, count?: number): Promise<string[]> {
  const { database } = readAddress(adminUrl);
  const maintenance = await maintenanceDatabase(adminUrl, database);
  const maintenanceUrl = changeAddress(adminUrl, { database: maintenance });
  await proveServer(maintenanceUrl, maintenance === database);
  await prepareRoles(maintenanceUrl, database, portalSecret);
  return withLock(adminUrl, async (admin) => {
    const migrateUrl = urlAs(adminUrl, "portal_migrate", portalSecret);
    await preparePublicSchema(admin);
    await asOwner(migrateUrl, proveVersion);
    await migrateWorker(admin, database, urlAs(adminUrl, "portal_worker", portalSecret));
    return applyMigrations(migrateUrl, count);
  });
}

export async function dropDatabase(adminUrl: string) {
  const { database } = readAddress(adminUrl);
  await withLock(changeAddress(adminUrl, { database: "postgres" }), (admin) =>
    admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(database)} WITH (FORCE)`),
  );
}

async function maintenanceDatabase(adminUrl: string, database: string) {
  const client = new Connection(adminUrl);
  try {
    await client.connect();
    return database;
  } catch (error) {
    if ((error as { code?: string }).code === "3D000") return "postgres";
    throw new Stop(whyNot(error, adminUrl));
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function migrateWorker(admin: pg.Client, database: string, workerUrl: string) {
  const name = admin.escapeIdentifier(database);
  const pool = openPool(workerUrl, { max: 1 });
  // The worker owns its schema and nothing else, so it may make one only now.
  await admin.query(`GRANT CREATE ON DATABASE ${name} TO portal_worker`);
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
    await pool.query(`
      GRANT USAGE ON SCHEMA graphile_worker TO portal_backup;
      GRANT SELECT ON ALL TABLES IN SCHEMA graphile_worker TO portal_backup;
      GRANT SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO portal_backup;
    `);
  } finally {
    await pool.end();
    await admin.query(`REVOKE CREATE ON DATABASE ${name} FROM portal_worker`);
  }
}
