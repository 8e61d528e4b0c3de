import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { signCertificate } from "@/e2e/support/tls";
import { findProgram } from "@/scripts/lib/browser";
import { expectRight, refuses, row, serves } from "./support/machine";
import { command, startOn } from "./support/portal";
import { type Server, secrets, startServer, type Version } from "./support/postgres";

const on = (server: Server, DATABASE_URL = server.url(), database = "threshold") => ({
  env: { DATABASE_URL, ...secrets },
  owner: server.socket(database, "&user=postgres&password=tests"),
});

describe("encrypted", () => {
  let server: Server;
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "threshold-tls-"));
    const { key, cert } = signCertificate(folder, ["localhost"]);
    const files = { "key.pem": readFileSync(key, "utf8"), "cert.pem": readFileSync(cert, "utf8") };
    rmSync(folder, { recursive: true });
    const hba = ["local all postgres scram-sha-256", "hostssl all all 127.0.0.1/32 scram-sha-256"];
    const settings = (dir: string) => ["ssl=on", `ssl_cert_file=${dir}/cert.pem`, `ssl_key_file=${dir}/key.pem`];
    server = await startServer(17, { files, hba, settings });
  });
  afterAll(() => server?.stop());

  const at = (host: string, more: string) =>
    on(server, server.url().replace("127.0.0.1", host) + more.replace("CA", `${server.dir}/cert.pem`));

  refuses(
    "a Postgres that requires TLS, without sslmode",
    () => at("127.0.0.1", ""),
    "only over an encrypted connection",
  );
  refuses("the same, its authority unknown", () => at("localhost", "?sslmode=verify-full"), "sslrootcert=/path/ca.pem");
  refuses(
    "the same, under another name than its certificate's",
    () => at("127.0.0.1", "?sslmode=verify-full&sslrootcert=CA"),
    "was not accepted",
  );
  serves("the same with sslmode=verify-full and the clinic's own CA", () =>
    at("localhost", "?sslmode=verify-full&sslrootcert=CA"),
  );
});

for (const version of [15, 18] as Version[])
  serves(`Postgres ${version}, prepared by an owner who is no superuser`, async () => {
    const server = await startServer(version);
    await server.sql((sql) => sql.query("create role clinic login createrole createdb password 'clinic'"));
    return { ...on(server, server.url().replace("postgres:tests", "clinic:clinic")), after: server.stop };
  });

refuses(
  "an owner who may not make roles",
  async () => {
    const server = await startServer(18);
    await server.sql((sql) => sql.query("create role clinic login createdb password 'clinic'"));
    return { ...on(server, server.url().replace("postgres:tests", "clinic:clinic")), after: server.stop };
  },
  "a superuser, or a role with CREATEROLE",
);

serves("a cluster in LATIN1, in which the portal makes its database", async () => {
  const server = await startServer(16, { initdb: ["--locale=C", "--encoding=LATIN1"] });
  return { ...on(server), after: server.stop };
});

refuses(
  "a database in LATIN1",
  async () => {
    const server = await startServer(16, { initdb: ["--locale=C", "--encoding=LATIN1"] });
    await server.sql((sql) => sql.query("create database threshold"));
    return { ...on(server), after: server.stop };
  },
  "has the encoding LATIN1, which cannot hold everybody's letters",
);

describe("a cluster that sorts as in Turkey, by ICU", () => {
  let server: Server;
  beforeAll(async () => {
    const initdb = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=tr-TR"];
    server = await startServer(17, { initdb });
  });
  afterAll(() => server?.stop());

  serves("a Turkish cluster, in which the portal makes its database", () => on(server));
  refuses(
    "a Turkish database",
    async () => {
      await server.sql((sql) => sql.query("create database turkish"));
      return on(server, server.url("turkish"), "turkish");
    },
    "makes another letter than i of a capital I",
  );
});

row("pg_dump as docs/running.md says it, and the restore on a new server", async () => {
  const dump = findProgram("pg_dump");
  const knows = dump && execFileSync(dump, ["--version"], { encoding: "utf8" }).includes(" 15.");
  if (!knows) return "not tried: there is no pg_dump of version 15 here";
  const [old, fresh] = [await startServer(15), await startServer(15)];
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { env: process.env, stdio: "pipe" });
  const first = await startOn({ checkout: inject("checkout"), ...on(old) });
  await first.stop();
  const count = (server: Server) =>
    server.sql(async (sql) => (await sql.query('select count(*) as rows from "Entry"')).rows[0].rows, "threshold");
  const before = await count(old);
  await old.sql((sql) => sql.query("create role nightly login password 'night' bypassrls in role portal_backup"));
  const file = path.join(old.dir, "portal.dump");
  run("pg_dump", "--format=custom", `--file=${file}`, old.url().replace("postgres:tests", "nightly:night"));

  command(inject("checkout"), ["migrate"], on(fresh).env);
  await fresh.sql((sql) => sql.query("drop database threshold"));
  await fresh.sql((sql) => sql.query("create database threshold"));
  run("pg_restore", `--dbname=${fresh.url()}`, file);
  expect(await count(fresh)).toBe(before);
  const portal = await startOn({ checkout: inject("checkout"), ...on(fresh) });
  try {
    await expectRight(portal, on(fresh).owner);
  } finally {
    await portal.stop();
    await old.stop();
    await fresh.stop();
  }
  return "served rightly";
});
