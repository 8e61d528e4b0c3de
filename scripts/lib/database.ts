import type { Settings } from "@/lib/core/env";
import { withDatabase } from "./migrations";
import { startPostgres } from "./postgres";
import { type LoginRole, urlAs } from "./roles";
import type { Secrets } from "./secrets";

export type Database = { adminUrl?: string; as: (role: LoginRole) => string; stop: () => Promise<void> };

/** The Postgres that the settings name, or else the embedded one, started. `adminUrl` is missing when nobody may migrate. */
export async function openDatabase(settings: Settings, secrets: Secrets): Promise<Database> {
  const as = (url: string) => (role: LoginRole) => urlAs(url, role, secrets.portalSecret);
  const { DATABASE_URL, DATABASE_OWNER_URL } = settings;
  if (DATABASE_URL)
    return { adminUrl: ownerUrl(DATABASE_URL, DATABASE_OWNER_URL), as: as(DATABASE_URL), stop: async () => undefined };

  const postgres = await startPostgres(settings.DATA_DIR, secrets.postgresPassword);
  const adminUrl = postgres.url("threshold");
  return { adminUrl, as: as(adminUrl), stop: postgres.stop };
}

function ownerUrl(url: string, owner?: string) {
  if (!owner) return new URL(url).username.startsWith("portal_") ? undefined : url;
  return withDatabase(owner, decodeURIComponent(new URL(url).pathname.slice(1)));
}

/** The three login roles of the running portal, by the names of their variables. */
export const serverUrls = (database: Pick<Database, "as">) => ({
  APP_DATABASE_URL: database.as("portal_app"),
  ACCOUNTS_DATABASE_URL: database.as("portal_accounts"),
  WORKER_DATABASE_URL: database.as("portal_worker"),
});
