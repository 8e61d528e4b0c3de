import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { demoPassword, freePort } from "@/e2e/support/server";
import { killPostgres } from "@/scripts/lib/postgres";
import { folder, ordinary, type Person } from "./clone";

/** A machine on which somebody starts the portal. All that is not said is as on the machine of the tests. */
export type Machine = {
  /** The checkout in which it is started. */
  checkout: string;
  /** Laid over an environment of nothing but PATH, HOME and the portal's own settings. */
  env?: Record<string, string | undefined>;
  demo?: boolean;
  as?: Person | "root";
  /** The program that runs it, such as another Node. */
  command?: string[];
  /** A data folder that outlives this start. */
  dataDir?: string;
  patience?: number;
};

export type Running = {
  origin: string;
  port: number;
  dataDir: string;
  child: ChildProcess;
  /** All that the terminal shows so far. */
  said: () => string;
  stop: () => Promise<void>;
};

/** Starts it and waits until it says that it is ready, or until it ends: then `origin` is empty. */
export async function startOn(machine: Machine): Promise<Running> {
  const { checkout, env = {}, demo = true, as = ordinary, patience = 240_000 } = machine;
  const person = as === "root" ? undefined : as;
  const home = folder("home", person);
  const dataDir = machine.dataDir ?? path.join(home.dir, "data");
  const port = await freePort();
  const [program = "", ...args] = machine.command ?? [process.execPath, "scripts/start.mjs"];
  const own = { HOME: home.dir, DATA_DIR: dataDir, PORT: String(port), DEMO_PASSWORD: demoPassword };
  const given = { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin:/usr/sbin:/sbin`, ...own, ...env };
  const child = spawn(program, [...args, ...(demo ? ["--demo"] : [])], {
    cwd: checkout,
    env: given as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    ...person,
  });
  const stop = async () => {
    await ended(child, "SIGTERM");
    killPostgres(dataDir);
    home.remove();
  };
  const said = listen(child);
  const isReady = await untilReady(child, said, patience);
  return { origin: isReady ? addressIn(said()) : "", port, dataDir, child, said, stop };
}

const addressIn = (words: string) => words.match(/Threshold is ready: {2}(\S+)/)?.[1] ?? "";

function listen(child: ChildProcess) {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (text += chunk));
  return () => text;
}

async function untilReady(child: ChildProcess, said: () => string, patience: number) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (said().includes("Stop with Ctrl-C.")) return true;
    if (child.exitCode !== null || child.signalCode !== null) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await ended(child, "SIGKILL");
  throw new Error(`The portal was neither ready nor ended after ${patience / 1_000} s. It said:\n${said()}`);
}

/** Ends it, by force where it does not end by itself. */
function ended(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise<void>((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), 90_000);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill(signal);
  });
}

/** Another command of the portal on such a machine, and what the terminal shows. */
export function command(checkout: string, [script = "", ...args]: string[], env: Record<string, string>): string {
  const home = folder("home");
  const given = {
    PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: home.dir,
    DATA_DIR: `${home.dir}/data`,
    ...env,
  };
  const run = { cwd: checkout, env: given as unknown as NodeJS.ProcessEnv, encoding: "utf8", ...ordinary } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.mjs`, ...args], run);
  home.remove();
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stdout}${stderr}`);
  return stdout.trim();
}
