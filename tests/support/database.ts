import { randomBytes } from "node:crypto";
import type pg from "pg";
import { inject } from "vitest";
import { changeAddress } from "@/lib/core/address";
import { Connection } from "@/lib/core/connection";
import { serverUrls } from "@/scripts/lib/database";
import { grantDatabase, type LoginRole, urlAs } from "@/scripts/lib/roles";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { adminUrl: string; portalSecret: string; template: string };
  }
}

/** A fresh copy of the migrated template for this test file; answers its name. */
export async function cloneDatabase(): Promise<string> {
  const { template } = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin("postgres", async (admin) => {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    await grantDatabase(admin, name);
  });
  return name;
}

/** Points every variable of the server at one database. */
export function pointAt(name: string) {
  const { adminUrl, portalSecret } = inject("postgres");
  const as = (role: LoginRole) => urlAs(changeAddress(adminUrl, { database: name }), role, portalSecret);
  Object.assign(process.env, serverUrls({ as }), { PORTAL_SECRET: portalSecret, TEST_DATABASE: name });
}

/** Plain SQL as one of the login roles of the portal, past the application. */
export async function asRole<T>(role: LoginRole, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return connected(urlOf(role), work);
}

/** Where a login role finds the database of this test. */
export function urlOf(role: LoginRole) {
  const { adminUrl, portalSecret } = inject("postgres");
  return urlAs(changeAddress(adminUrl, { database: testDatabase() }), role, portalSecret);
}

/** Plain SQL as the superuser, whom no policy binds: to look at what is really there. */
export const asSuperuser = <T>(work: (client: pg.Client) => Promise<T>) => asAdmin(testDatabase(), work);

export const asAdmin = <T>(database: string, work: (client: pg.Client) => Promise<T>) =>
  connected(changeAddress(inject("postgres").adminUrl, { database }), work);

function testDatabase() {
  const name = process.env.TEST_DATABASE;
  if (!name) throw new Error("This test has no database: it belongs in tests/integration.");
  return name;
}

async function connected<T>(address: string, work: (client: pg.Client) => Promise<T>) {
  const client = new Connection(address);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
