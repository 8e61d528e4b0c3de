import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Connection } from "@/lib/core/connection";
import { killPostgres, startPostgres } from "@/scripts/lib/postgres";
import { readSecrets } from "@/scripts/lib/secrets";

type Options = { demo?: boolean; env?: Record<string, string> };

export const demoPassword = "let us look around together";

/** A portal of its own for one test file: the production build, its own data folder, a free port. */
export type Portal = {
  origin: string;
  dataDir: string;
  readonly pid: number;
  /** What it printed so far, the set-up code included. */
  output: () => string;
  /** The code that the start command printed for setting up a clinic. */
  setupCode: () => string;
  /** Ends the process by a signal and leaves its data, as a crash would with SIGKILL. */
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  /** Starts it again on the same data and port, with other settings where some are given. */
  restart: (changed?: Record<string, string>) => Promise<void>;
  /** Stops it and removes its data. */
  stop: () => Promise<void>;
};

export async function startPortal({ demo = false, env = {} }: Options = {}): Promise<Portal> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "threshold-e2e-"));
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const seeded = demo && !env.DATABASE_URL ? process.env.SEEDED_DATA : undefined;
  if (seeded) execFileSync("cp", ["-a", `${seeded}/.`, dataDir]);
  else if (!env.DATABASE_URL) await prepareElsewhere(dataDir);
  const settings = {
    TZ: zones.machine,
    // Copies of one data folder are still portals of their own, with cookies of their own.
    PORTAL_SECRET: randomBytes(32).toString("hex"),
    DATA_DIR: dataDir,
    PORT: String(port),
    APP_ORIGIN: origin,
    DEMO_PASSWORD: demoPassword,
    ...env,
  };
  let run = await start(settings, demo);
  const removeAtExit = () => end(run.child, "SIGKILL");
  process.once("exit", removeAtExit);

  return {
    origin,
    dataDir,
    get pid() {
      return Number(run.child.pid);
    },
    output: () => run.output(),
    setupCode: () => run.output().match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? "",
    kill: (signal = "SIGKILL") => end(run.child, signal),
    restart: async (changed = {}) => {
      await end(run.child, "SIGTERM");
      run = await start({ ...settings, ...changed }, demo);
    },
    stop: async () => {
      process.off("exit", removeAtExit);
      await end(run.child, "SIGTERM");
      killPostgres(dataDir);
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Seeds the demonstration once, for every portal of this run to copy. Returns how to remove it. */
export async function seedOnce(): Promise<() => void> {
  const portal = await startPortal({ demo: true });
  await portal.kill("SIGTERM");
  process.env.SEEDED_DATA = portal.dataDir;
  return () => rmSync(portal.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** As in vitest.config.ts: the machine, its Postgres and the people live in different zones, none of them UTC. */
const zones = { machine: "America/St_Johns", postgres: "Asia/Kathmandu" };

/** A Postgres for the portal that goes by a zone of its own, as initdb would have written it there. */
async function prepareElsewhere(dataDir: string) {
  const postgres = await startPostgres(dataDir, readSecrets(dataDir).postgresPassword);
  const client = new Connection(postgres.url("postgres"));
  await client.connect();
  await client.query(`alter system set timezone = '${zones.postgres}'`);
  await client.end();
  await postgres.stop();
}

async function start(settings: Record<string, string>, demo: boolean) {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, SMTP_URL: _smtp, ...inherited } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs", ...(demo ? ["--demo"] : [])], {
    env: { ...inherited, NODE_OPTIONS: "", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        text += chunk;
        if (text.includes("Stop with Ctrl-C.")) resolve();
      });
    }
    child.once("exit", (code) => reject(new Error(`The portal ended with ${code} before it was ready:\n${text}`)));
  });
  await ready;
  return { child, output: () => text };
}

function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
