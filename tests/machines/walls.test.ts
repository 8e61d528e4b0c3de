import { afterAll, beforeAll, inject } from "vitest";
import { refuses, row, serves } from "./support/machine";
import { command } from "./support/portal";
import { type Server, secrets, startServer } from "./support/postgres";

let server: Server;
beforeAll(async () => {
  server = await startServer(16);
});
afterAll(() => server?.stop());

const sql = (text: string) => server.sql((client) => client.query(text), "threshold");
const given = (DATABASE_URL = server.url()) => ({ env: { DATABASE_URL, ...secrets }, owner: server.url() });
const withoutName = () => server.url().replace("postgres:tests@", "");

refuses(
  "an instance that only serves, before anybody prepared its database",
  () => given(withoutName()),
  /does not know the password of portal_\w+\. It comes from PORTAL_SECRET/,
);

row("npm run migrate with DATABASE_OWNER_URL, from elsewhere", async () => {
  const env = { ...secrets, DATABASE_URL: withoutName(), DATABASE_OWNER_URL: server.url() };
  return command(inject("checkout"), ["migrate"], env).split("\n").at(-1) ?? "";
});

serves("an instance that only serves, without the owner's address", () => given(withoutName()));

for (const [what, spoil, mend, words] of [
  ["SUPERUSER", "alter role portal_app superuser", "alter role portal_app nosuperuser", "given SUPERUSER"],
  ["BYPASSRLS", "alter role portal_app bypassrls", "alter role portal_app nobypassrls", "given BYPASSRLS"],
  [
    "membership of the owner",
    "grant portal_owner to portal_app",
    "revoke portal_owner from portal_app",
    'REVOKE "portal_owner" FROM portal_app',
  ],
] as const)
  refuses(
    `portal_app was given ${what}`,
    async () => {
      await sql(spoil);
      return { ...given(), after: async () => void (await sql(mend)) };
    },
    words,
  );

serves("ALTER ROLE portal_app and portal_accounts, ALTER DATABASE … SET of all kinds", async () => {
  for (const role of ["portal_app", "portal_accounts", "portal_worker"])
    for (const setting of settings) await sql(`alter role ${role} set ${setting}`);
  await sql(
    "alter database threshold set timezone = 'Asia/Kathmandu'; alter database threshold set search_path = nowhere",
  );
  return given();
});

const settings = [
  "timezone = 'Asia/Tokyo'",
  "search_path = nowhere",
  "role = portal_owner",
  "default_transaction_read_only = on",
  "default_transaction_isolation = serializable",
  "row_security = off",
  "statement_timeout = '100ms'",
  "lock_timeout = '10ms'",
  "idle_session_timeout = '1s'",
  "idle_in_transaction_session_timeout = '10ms'",
  "datestyle = 'German'",
  "intervalstyle = 'iso_8601'",
  "bytea_output = 'escape'",
  "client_encoding = 'LATIN1'",
  "standard_conforming_strings = off",
];
