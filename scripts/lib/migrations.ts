import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { applyMigrations } from "./apply";
import { preparePublicSchema, prepareRoles, urlAs, withLock } from "./roles";
import { Stop } from "./stop";

type Target = { adminUrl: string; portalSecret: string };

/**
 * Brings the database that `adminUrl` names to the present migrations, roles and worker tables included. Answers the
 * names of the migrations that were applied now. `count` stops after so many of them.
 */
export async function migrate({ adminUrl, portalSecret }: Target, count?: number): Promise<string[]> {
  const database = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  await prepareRoles(withDatabase(adminUrl, await maintenanceDatabase(adminUrl, database)), database, portalSecret);
  return withLock(adminUrl, async (admin) => {
    await preparePublicSchema(admin);
    await migrateWorker(admin, database, urlAs(adminUrl, "portal_worker", portalSecret));
    const applied = await applyMigrations(urlAs(adminUrl, "portal_migrate", portalSecret), count);
    return applied;
  });
}

export async function dropDatabase(adminUrl: string) {
  const name = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  await withLock(withDatabase(adminUrl, "postgres"), (admin) =>
    admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(name)} WITH (FORCE)`),
  );
}

export function withDatabase(url: string, database: string) {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(database)}`;
  return target.href;
}

async function maintenanceDatabase(adminUrl: string, database: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
    return database;
  } catch (error) {
    if ((error as { code?: string }).code === "3D000") return "postgres";
    throw new Stop(`The database does not answer: ${(error as Error).message || "no connection"}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function migrateWorker(admin: pg.Client, database: string, workerUrl: string) {
  const name = admin.escapeIdentifier(database);
  const pool = new pg.Pool({ connectionString: workerUrl, max: 1 });
  for (const event of ["error", "connect"] as const) pool.on(event, () => undefined);
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
