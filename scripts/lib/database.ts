import { changeAddress, readAddress } from "@/lib/core/address";
import { Connection } from "@/lib/core/connection";
import type { Settings } from "@/lib/core/env";
import { startPostgres } from "./postgres";
import { type LoginRole, urlAs } from "./roles";
import type { Secrets } from "./secrets";

export type Database = { adminUrl?: string; as: (role: LoginRole) => string; stop: () => Promise<void> };

/** The Postgres that the settings name, or else the embedded one, started. `adminUrl` is missing when nobody may migrate. */
export async function openDatabase(settings: Settings, secrets: Secrets): Promise<Database> {
  const as = (url: string) => (role: LoginRole) => urlAs(url, role, secrets.portalSecret);
  const { DATABASE_URL, DATABASE_OWNER_URL } = settings;
  if (DATABASE_URL)
    return {
      adminUrl: await findOwner(DATABASE_URL, DATABASE_OWNER_URL),
      as: as(DATABASE_URL),
      stop: async () => undefined,
    };

  const postgres = await startPostgres(settings.DATA_DIR, secrets.postgresPassword);
  const adminUrl = postgres.url("threshold");
  return { adminUrl, as: as(adminUrl), stop: postgres.stop };
}

/** The address of somebody who may migrate: the one given, or the one that serves where its user may. An instance may do without. */
async function findOwner(url: string, owner?: string): Promise<string | undefined> {
  const { user, database } = readAddress(url);
  if (owner) return changeAddress(owner, { database });
  if (user.startsWith("portal_")) return undefined;
  return user || (await mayMakeRoles(url)) ? url : undefined;
}

/** Whether the system's own user gets in without a name, as on Debian's socket, and may prepare a database. */
async function mayMakeRoles(url: string): Promise<boolean> {
  const client = new Connection(changeAddress(url, { database: "postgres" }));
  try {
    await client.connect();
    const { rows } = await client.query(
      "select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user",
    );
    return rows[0].may;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The three login roles of the running portal, by the names of their variables. */
export const serverUrls = (database: Pick<Database, "as">) => ({
  APP_DATABASE_URL: database.as("portal_app"),
  ACCOUNTS_DATABASE_URL: database.as("portal_accounts"),
  WORKER_DATABASE_URL: database.as("portal_worker"),
});
