import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { deriveSecret, masterKeyFile, readSettings, type Settings } from "@/lib/core/env";
import { type Database, openDatabase, serverUrls } from "./database";
import { dropDatabase, migrate } from "./migrations";
import { proveOpen, proveWalls } from "./prove";
import { isOfServer, whyNot } from "./reach";
import { readSecrets, type Secrets } from "./secrets";
import { Stop } from "./stop";
import { proveTimes } from "./times";

export type Prepared = { settings: Settings; secrets: Secrets; database: Database; applied: string[] };

/** Settings, secrets and a migrated database. Whoever calls this stops the database. */
export async function prepare({ leaveTimes = false } = {}): Promise<Prepared> {
  const settings = readSettings();
  const kept = readSecrets(settings.DATA_DIR);
  const secrets = { ...kept, portalSecret: settings.PORTAL_SECRET ?? kept.portalSecret };
  const database = await openDatabase(settings, secrets);
  try {
    const { adminUrl } = database;
    if (existsSync(unfinishedMark(settings.DATA_DIR))) await discardUnfinished(settings, adminUrl);
    const applied = adminUrl ? await migrate({ adminUrl, portalSecret: secrets.portalSecret }) : [];
    if (!adminUrl) await proveOpen(database);
    if (adminUrl && !leaveTimes) await proveTimes(database);
    await proveWalls(database);
    return { settings, secrets, database, applied };
  } catch (error) {
    await database.stop();
    const { adminUrl = database.as("portal_app") } = database;
    throw isOfServer(error) ? new Stop(whyNot(error, adminUrl)) : error;
  }
}

/** Lies in the data folder while an empty database is being filled with the demonstration. */
export const unfinishedMark = (dataDir: string) => path.join(dataDir, "demonstration.unfinished");

/** A demonstration that was interrupted half-way begins anew; it was begun on an empty database, so nothing else is lost. */
async function discardUnfinished(settings: Settings, adminUrl?: string) {
  if (!adminUrl || settings.DATABASE_URL) {
    throw new Stop("The demonstration was interrupted half-way. Drop its database, and start again.");
  }
  await dropDatabase(adminUrl);
  rmSync(unfinishedMark(settings.DATA_DIR));
}

export const originOf = (settings: Settings) =>
  settings.APP_ORIGIN ?? new URL(`http://localhost:${settings.PORT}`).origin;

/** What the server and its jobs find in the environment: the narrow roles, and none of the keys to the database itself. */
export function setServerEnvironment({ settings, secrets, database }: Prepared) {
  delete process.env.DATABASE_URL;
  delete process.env.DATABASE_OWNER_URL;
  Object.assign(process.env, serverUrls(database), {
    APP_ORIGIN: originOf(settings),
    DATA_DIR: path.resolve(settings.DATA_DIR),
    MASTER_KEY_FILE: masterKeyFile(settings),
    PORTAL_SECRET: secrets.portalSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: deriveSecret(secrets.portalSecret, "server actions").toString("base64"),
    NEXT_TELEMETRY_DISABLED: "1",
  });
}
