import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAddress, readAddress } from "@/lib/core/address";
import { type Connection, openPool } from "@/lib/core/connection";
import { clientFor, closeClients, transaction } from "@/lib/core/prisma";
import { isOfServer, whyNot } from "@/scripts/lib/reach";
import { bySocket, type Cluster, connected, startCluster, startOn } from "../support/cluster";
import { spoiled } from "../support/spoiled";

let cluster: Cluster;
let DATABASE_URL: string;

beforeAll(async () => {
  cluster = await startCluster("timezone=America/New_York");
  DATABASE_URL = cluster.url("threshold");
  await startOn({ DATABASE_URL });
});

afterAll(async () => {
  await closeClients();
  await cluster.stop();
});

const whoAmI = (address: string) =>
  connected(address, async (client) => (await client.query("select current_user as name")).rows[0].name);

test("every form of an address leads to the portal's own roles", async () => {
  const { port } = readAddress(DATABASE_URL);
  const asOwner = `user=postgres&password=tests&port=${port}`;
  for (const address of [
    DATABASE_URL,
    bySocket(cluster, "threshold"),
    `postgresql:///threshold?host=${cluster.dir}&${asOwner}`,
    `postgresql://postgres:tests@/threshold?host=${cluster.dir}&port=${port}`,
    `postgresql://postgres:tests@${encodeURIComponent(cluster.dir)}:${port}/threshold`,
    `postgresql://127.0.0.1/threshold?${asOwner}`,
  ]) {
    const database = await startOn({ DATABASE_URL: address });
    for (const role of ["portal_app", "portal_accounts", "portal_worker"] as const)
      expect(await whoAmI(database.as(role)), address).toBe(role);
  }
});

test("an instance that only serves needs no owner's address", async () => {
  const { host, port } = readAddress(DATABASE_URL);
  const database = await startOn({ DATABASE_URL: `postgresql://${host}:${port}/threshold` });
  expect(database.adminUrl).toBeUndefined();
  expect(await whoAmI(database.as("portal_app"))).toBe("portal_app");
});

test.each(spoiled)(
  "where a role %s, nothing is served, and the terminal says which",
  async (_what, spoil, mend, words) => {
    await cluster.sql("threshold", (sql) => sql.query(spoil));
    try {
      await expect(startOn({ DATABASE_URL })).rejects.toMatchObject({
        name: "Stop",
        message: expect.stringContaining(words),
      });
    } finally {
      await cluster.sql("threshold", (sql) => sql.query(mend));
    }
    await startOn({ DATABASE_URL });
  },
);

test("a running portal's next connection is refused too, once its role was given more", async () => {
  const pool = openPool((await startOn({ DATABASE_URL })).as("portal_app"));
  await cluster.sql("threshold", (sql) => sql.query("alter role portal_app bypassrls"));
  await expect(pool.query("select")).rejects.toThrow("portal_app was given BYPASSRLS");
  await cluster.sql("threshold", (sql) => sql.query("alter role portal_app nobypassrls"));
  await pool.query("select");
  await pool.end();
});

test("whatever cluster, database, role and environment say, a moment is the same for the portal and for Postgres", async () => {
  await cluster.sql("threshold", (sql) =>
    sql.query(`alter database threshold set timezone = 'Asia/Kolkata'; alter role portal_app set timezone = 'Asia/Tokyo';
      alter role portal_app in database threshold set datestyle = 'German'; alter role portal_app set intervalstyle = 'iso_8601';
      alter role portal_app set search_path = pg_catalog; alter role portal_app set bytea_output = 'escape'`),
  );
  const at = new Date("2026-07-01T12:34:56.789Z");
  const address = (await startOn({ DATABASE_URL })).as("portal_app");
  const [row] = await transaction(
    clientFor(address),
    (db) =>
      db.$queryRaw<{ back: Date; stored: number; ours: number; theirs: Date }[]>`
      select ${at}::timestamptz as back, extract(epoch from ${at}::timestamptz)::float8 as stored,
        extract(epoch from now())::float8 as ours, now() as theirs, 'x'::bytea as bytes, interval '1 day' = '24:00:00' as day`,
  );
  expect(row?.back).toEqual(at);
  expect(row?.stored).toBe(at.getTime() / 1_000);
  expect(Math.abs((row?.theirs.getTime() ?? 0) / 1_000 - (row?.ours ?? 0))).toBeLessThan(0.01);
});

test.each([
  ["may only read", "alter role portal_accounts set default_transaction_read_only = on"],
  ["is put out while it rests", "alter role portal_accounts set idle_session_timeout = '1min'"],
  ["has passwords of the old kind", "alter role postgres set password_encryption = 'md5'"],
  ["has no schema", "alter database threshold set search_path = nowhere"],
])("where somebody %s by ALTER … SET, the portal writes as before", async (_what, spoil) => {
  const undo = spoil.replace(/ set (\w+).*/, " reset $1");
  await cluster.sql("threshold", (sql) => sql.query(spoil));
  try {
    const address = (await startOn({ DATABASE_URL })).as("portal_accounts");
    const written = await connected(address, async (client) => {
      expect((await client.query("show idle_session_timeout")).rows).toEqual([{ idle_session_timeout: "0" }]);
      return client.query(`insert into "RateLimit" ("key", "points") values ($1, 1)`, [spoil]);
    });
    expect(written.rowCount).toBe(1);
  } finally {
    await cluster.sql("threshold", (sql) => sql.query(undo));
  }
});

test("an owner who may not make roles is told what is missing", async () => {
  await cluster.sql("postgres", (sql) => sql.query("create role plain login password 'plain' createdb"));
  const owned = changeAddress(DATABASE_URL, { user: "plain", password: "plain", database: "third" });
  const error = await startOn({ DATABASE_URL: owned }).catch((each) => each);
  expect(isOfServer(error)).toBe(true);
  expect(whyNot(error, owned)).toMatch(/does not let plain prepare the portal: permission denied .* with CREATEROLE/);
});

test("a zone that is changed under an open connection, and the next one, change nothing", async () => {
  const zoneOf = async (pool: { query: Connection["query"] }) => (await pool.query("show timezone")).rows[0].TimeZone;
  const pool = openPool((await startOn({ DATABASE_URL })).as("portal_worker"), { max: 1 });
  expect(await zoneOf(pool as never)).toBe("UTC");
  await cluster.sql("postgres", async (sql) => {
    await sql.query("alter role portal_worker set timezone = 'Europe/Vienna'");
    await sql.query("alter system set timezone = 'Europe/Vienna'");
    await sql.query("select pg_reload_conf()");
  });
  expect(await zoneOf(pool as never)).toBe("UTC");
  await pool.end();
  expect(await connected((await startOn({ DATABASE_URL })).as("portal_worker"), zoneOf as never)).toBe("UTC");
});

test("an owner without superuser's rights prepares the database", async () => {
  await cluster.sql("postgres", async (sql) => {
    await sql.query("create role clinic login password 'owner' createrole createdb");
    for (const role of ["owner", "migrate", "app", "accounts", "worker", "auditor", "backup"])
      await sql.query(`grant portal_${role} to clinic with admin option`);
  });
  const owned = changeAddress(DATABASE_URL, { user: "clinic", password: "owner", database: "second" });
  const database = await startOn({ DATABASE_URL: owned });
  expect(await whoAmI(database.as("portal_app"))).toBe("portal_app");
});

test.each([
  ["latin", "encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'", "has the encoding LATIN1"],
  ["turkish", "encoding 'UTF8' locale_provider icu icu_locale 'tr-TR' lc_ctype 'C'", "than i of a capital I"],
])("a database that cannot hold everybody's letters (%s) is refused", async (name, how, words) => {
  await cluster.sql("postgres", (sql) => sql.query(`create database ${name} template template0 ${how}`));
  await expect(startOn({ DATABASE_URL: cluster.url(name) })).rejects.toThrow(words);
});

test.each([
  ["a port where nobody listens", { port: "1" }, "No Postgres answers at 127.0.0.1:1"],
  ["a folder without a socket", { host: "/nowhere" }, "No Postgres answers at /nowhere/.s.PGSQL"],
  ["a wrong password", { password: "wrong" }, "does not accept the password of postgres"],
  ["a name that nobody knows", { host: "db.invalid" }, "is not known on this network"],
  ["encryption that the server does not have", { more: { sslmode: "require" } }, "does not encrypt"],
])("%s is told in a sentence", async (_what, changes, words) => {
  await expect(startOn({ DATABASE_URL: changeAddress(DATABASE_URL, changes) })).rejects.toMatchObject({
    name: "Stop",
    message: expect.stringContaining(words),
  });
});

test("roles whose passwords come from another secret are told from a server that is away", async () => {
  const { host, port } = readAddress(DATABASE_URL);
  await cluster.sql("postgres", (sql) => sql.query("alter role portal_app password 'of somebody else'"));
  await expect(startOn({ DATABASE_URL: `postgresql://${host}:${port}/threshold` })).rejects.toThrow(
    "comes from PORTAL_SECRET",
  );
  await startOn({ DATABASE_URL });
});
