import type pg from "pg";
import { changeAddress, readAddress } from "@/lib/core/address";
import { deriveSecret } from "@/lib/core/env";
import { withClient } from "./reach";

export const loginRoles = [
  "portal_migrate",
  "portal_app",
  "portal_accounts",
  "portal_worker",
  "portal_auditor",
  "portal_backup",
] as const;
/** Whom the application becomes once it knows who acts. Nobody logs in as one of them. */
export const personRoles = ["portal_admin", "portal_therapist", "portal_patient", "portal_companion"] as const;
export type LoginRole = (typeof loginRoles)[number];

/** The same on every instance that shares PORTAL_SECRET, so none has to be handed round. */
export const rolePassword = (portalSecret: string, role: LoginRole) =>
  deriveSecret(portalSecret, `database role ${role}`).toString("base64url");

/** The address of a server and a database with the credentials of a role. */
export function urlAs(url: string, role: LoginRole, portalSecret: string): string {
  const { user, password } = readAddress(url);
  const given = user === role && password;
  return changeAddress(url, { user: role, password: given || rolePassword(portalSecret, role) });
}

/** The same letters and the same order everywhere, whatever its cluster was set up for. */
export const ownKind = "ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0";

/** Makes the portal's roles and database, or brings them to how they must be. Safe to repeat, on any instance. */
export async function prepareRoles(adminUrl: string, database: string, portalSecret: string) {
  await withLock(adminUrl, async (admin) => {
    await createRoles(admin, portalSecret);
    await createDatabase(admin, database);
  });
}

/** One at a time on this server: several instances may start at once. */
export async function withLock<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  return withClient(adminUrl, async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext('threshold-prepare'))");
    return work(admin);
  });
}

/** Does something as the owner of all tables. */
export async function asOwner<T>(migrateUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  return withClient(migrateUrl, async (client) => {
    await client.query("SET ROLE portal_owner");
    return work(client);
  });
}

async function createRoles(admin: pg.Client, portalSecret: string) {
  await makeRole(admin, "portal_owner", "NOLOGIN");
  for (const role of loginRoles) {
    const password = admin.escapeLiteral(rolePassword(portalSecret, role));
    await makeRole(admin, role, `LOGIN NOINHERIT PASSWORD ${password}`);
  }
  for (const role of personRoles) await makePersonRole(admin, role);
  // Functions of the owner may queue jobs for the worker.
  await admin.query("GRANT portal_owner TO portal_migrate; GRANT portal_worker TO portal_owner");
  await admin.query("ALTER ROLE portal_backup SET default_transaction_read_only = on");
  await letBackupReadAll(admin);
}

async function makeRole(admin: pg.Client, role: string, options: string) {
  const { rowCount } = await admin.query("select from pg_roles where rolname = $1", [role]);
  await admin.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${role} WITH ${options}`);
}

async function makePersonRole(admin: pg.Client, role: string) {
  const { rows } = await admin.query(
    "select pg_has_role('portal_app', oid, 'member') as given from pg_roles where rolname = $1",
    [role],
  );
  if (rows.length === 0) await admin.query(`CREATE ROLE ${role} NOLOGIN`);
  if (!rows[0]?.given) await admin.query(`GRANT ${role} TO portal_app`);
}

async function letBackupReadAll(admin: pg.Client) {
  const { rows } = await admin.query("select rolbypassrls from pg_roles where rolname = 'portal_backup'");
  if (rows[0].rolbypassrls) return;
  try {
    await admin.query("ALTER ROLE portal_backup WITH BYPASSRLS");
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    console.warn("The owner of this Postgres may not grant BYPASSRLS: back up as a superuser, not as portal_backup.");
  }
}

async function createDatabase(admin: pg.Client, database: string) {
  const name = admin.escapeIdentifier(database);
  const { rowCount } = await admin.query("select from pg_database where datname = $1", [database]);
  if (!rowCount) await admin.query(`CREATE DATABASE ${name} ${ownKind}`);
  await grantDatabase(admin, database);
}

export async function grantDatabase(admin: pg.Client, database: string) {
  const name = admin.escapeIdentifier(database);
  await admin.query(`
    REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${name} TO ${loginRoles.join(", ")};
    GRANT CREATE, TEMPORARY ON DATABASE ${name} TO portal_owner;
  `);
}

/** The owner makes things in `public`, the other roles may look in, and nobody else. */
export async function preparePublicSchema(admin: pg.Client) {
  await admin.query(`
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE, CREATE ON SCHEMA public TO portal_owner;
    GRANT USAGE ON SCHEMA public TO ${[...personRoles, "portal_app, portal_accounts, portal_worker, portal_auditor, portal_backup"].join(", ")};
  `);
}
