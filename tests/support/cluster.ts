import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { changeAddress } from "@/lib/core/address";
import { Connection } from "@/lib/core/connection";
import { readSettings } from "@/lib/core/env";
import { openDatabase } from "@/scripts/lib/database";
import { migrate } from "@/scripts/lib/migrations";
import { forgetful, killPostgres, startPostgres } from "@/scripts/lib/postgres";
import { proveWalls } from "@/scripts/lib/prove";

const portalSecret = "a secret that only the tests know, and long enough";
const secrets = { portalSecret, postgresPassword: "tests" };

/** A Postgres of a test's own, whose roles and settings it may spoil. Its socket lies in `dir`. */
export type Cluster = {
  dir: string;
  url: (database: string) => string;
  /** Plain SQL as its superuser. */
  sql: <T>(database: string, work: (client: pg.Client) => Promise<T>) => Promise<T>;
  stop: () => Promise<void>;
};

export async function startCluster(...more: string[]): Promise<Cluster> {
  const dir = mkdtempSync(path.join(tmpdir(), "threshold-cluster-"));
  chmodSync(dir, 0o777);
  const asked = [...more, `unix_socket_directories=${dir}`].flatMap((setting) => ["-c", setting]);
  const { url, stop } = await startPostgres(dir, secrets.postgresPassword, [...forgetful, ...asked]);
  return {
    dir,
    url,
    sql: (database, work) => connected(url(database), work),
    stop: async () => {
      await stop();
      killPostgres(dir);
      rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

/** What `npm start` does with these settings until the walls are proven. Answers the addresses of the roles that serve. */
export async function startOn(given: { DATABASE_URL: string; DATABASE_OWNER_URL?: string }) {
  const database = await openDatabase(readSettings(given), secrets);
  if (database.adminUrl) await migrate({ adminUrl: database.adminUrl, portalSecret });
  await proveWalls(database);
  return database;
}

export async function connected<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new Connection(address);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of a cluster's socket instead of its port. */
export const bySocket = ({ dir, url }: Cluster, database: string) => changeAddress(url(database), { host: dir });
