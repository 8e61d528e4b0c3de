import { execFileSync, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type pg from "pg";
import { inject } from "vitest";
import { freePort } from "@/e2e/support/server";
import { binariesPackage, findBinaries } from "@/scripts/lib/binaries";
import { connected } from "../../support/cluster";
import { folder, ordinary, own } from "./clone";

const builds = { 15: "15.18.0-beta.17", 16: "16.14.0-beta.17", 17: "17.10.0-beta.17", 18: "18.4.0-beta.17" };
export const versions = [15, 16, 17, 18] as const;
export type Version = keyof typeof builds;

/** The secrets of every portal on a given Postgres, so that one start takes over from another. Those of the dumps in `tests/upgrades`. */
export const secrets = {
  PORTAL_SECRET: "a secret that only the tests know, and long enough",
  MASTER_KEY: Buffer.alloc(32, "test").toString("base64"),
};

type Options = {
  initdb?: string[];
  settings?: (dir: string) => string[];
  hba?: string[];
  files?: Record<string, string>;
};

/** A Postgres as somebody else set it up, run by an ordinary user. */
export type Server = {
  dir: string;
  port: number;
  /** Its superuser by TCP. */
  url: (database?: string) => string;
  /** The socket, as Debian's users write it. */
  socket: (database?: string, more?: string) => string;
  sql: <T>(work: (client: pg.Client) => Promise<T>, database?: string) => Promise<T>;
  hba: (lines: string[]) => Promise<void>;
  stop: () => Promise<void>;
};

/** As Debian sets up pg_hba.conf, but for postgres, who is let in by password. */
export const debianHba = [
  "local all postgres scram-sha-256",
  "local all all peer",
  "host all all 127.0.0.1/32 scram-sha-256",
];

export async function startServer(version: Version | "Debian's", options: Options = {}): Promise<Server> {
  const { initdb = ["--locale=C", "--encoding=UTF8"], settings = () => [], hba = debianHba, files = {} } = options;
  const { dir, remove } = folder("postgres");
  const programs = await programsOf(version);
  const [data, port] = [path.join(dir, "data"), await freePort()];
  writeFileSync(path.join(dir, "password"), "tests\n");
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dir, name), text, { mode: 0o600 });
  if (ordinary) own(dir, ordinary);
  const known = ["--username=postgres", `--pwfile=${dir}/password`, "--auth=scram-sha-256", "--no-sync"];
  execFileSync(programs.initdb, ["--pgdata", data, ...known, ...initdb], { ...ordinary, cwd: dir, stdio: "pipe" });
  const write = (lines: string[]) => writeFileSync(path.join(data, "pg_hba.conf"), `${lines.join("\n")}\n`);
  write(hba);
  const asked = ["fsync=off", `unix_socket_directories=${dir}`, ...settings(dir)].flatMap((one) => ["-c", one]);
  const server = spawn(programs.postgres, ["-D", data, "-p", String(port), ...asked], {
    ...ordinary,
    cwd: dir,
    stdio: "ignore",
  });
  const end = () => server.kill("SIGQUIT");
  process.once("exit", end);

  const url = (database = "threshold") => `postgresql://postgres:tests@127.0.0.1:${port}/${database}`;
  const socket = (database = "threshold", more = "") => `postgresql:///${database}?host=${dir}&port=${port}${more}`;
  const owner = (database?: string) => socket(database, "&user=postgres&password=tests");
  const sql: Server["sql"] = (work, database = "postgres") => connected(owner(database), work);
  await untilReady(() => sql((client) => client.query("select")));
  return {
    ...{ dir, port, url, socket, sql },
    hba: async (lines) => {
      write(lines);
      await sql((client) => client.query("select pg_reload_conf(), pg_sleep(0.2)"));
    },
    stop: async () => {
      process.off("exit", end);
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      if (server.exitCode === null && server.signalCode === null) await ended;
      remove();
    },
  };
}

async function untilReady(ask: () => Promise<unknown>) {
  for (const end = Date.now() + 30_000; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const debian = "/usr/lib/postgresql/15/bin";
/** Whether Debian's own Postgres is on this machine. */
export const hasDebians = existsSync(`${debian}/postgres`);

async function programsOf(version: Version | "Debian's") {
  if (version === "Debian's") return { initdb: `${debian}/initdb`, postgres: `${debian}/postgres` };
  const dir = path.resolve(inject("checkout"), "../postgres", String(version));
  const entry = path.join(dir, "node_modules/postgres/dist/index.js");
  if (!existsSync(entry)) {
    const wanted = `postgres@npm:${binariesPackage}@${builds[version]}`;
    const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    execFileSync("npm", ["install", "--prefix", dir, ...quiet, wanted], { stdio: "inherit" });
  }
  return findBinaries(pathToFileURL(entry).href);
}
