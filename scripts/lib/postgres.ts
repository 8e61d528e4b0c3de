import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { Connection } from "@/lib/core/connection";
import { type Binaries, findBinaries, type Runner, runnerFor } from "./binaries";
import { Stop } from "./stop";

export type Postgres = { url: (database: string) => string; stop: () => Promise<void> };

type Cluster = { dir: string; log: string; password: string; settings: string[]; binaries: Binaries; runner: Runner };

const durable = [
  "-c",
  "listen_addresses=127.0.0.1",
  "-c",
  "unix_socket_directories=",
  "-c",
  "log_error_verbosity=terse",
];
/** For tests: what a crash would cost does not matter, only speed does. */
export const forgetful = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

/**
 * Starts the embedded Postgres on a free port of the loopback interface, with its data in `dataDir/postgres`. A server
 * that a killed start left behind is taken over; a half-made data folder is made again.
 */
export async function startPostgres(dataDir: string, password: string, settings: string[] = []): Promise<Postgres> {
  mkdirSync(dataDir, { recursive: true });
  const dir = path.resolve(dataDir, "postgres");
  const binaries = await findBinaries();
  const runner = runnerFor(binaries, dir);
  const cluster = { dir, log: path.resolve(dataDir, "postgres.log"), password, settings, binaries, runner };
  if (!existsSync(dir)) await initialise(cluster);
  const port = (await orphanPort(cluster)) ?? (await launch(cluster));
  return claim(cluster, port);
}

/** The URLs of a server that already runs on a data folder, to look into while the portal is at work; undefined when none does. */
export async function findPostgres(dataDir: string, password: string): Promise<Postgres["url"] | undefined> {
  const port = await orphanPort({ dir: path.resolve(dataDir, "postgres"), password });
  return port === undefined ? undefined : urlFor(port, password);
}

async function initialise({ dir, password, binaries, runner }: Cluster) {
  const half = `${dir}.unfinished`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = `${dir}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const { owner } = runner;
  if (owner) for (const file of [half, passwordFile]) chownSync(file, owner.uid, owner.gid);
  const args = ["--pgdata", half, "--auth=scram-sha-256", "--username=postgres", `--pwfile=${passwordFile}`];
  args.push("--encoding=UTF8", "--locale=C", "--no-instructions", "--set=timezone=UTC", "--set=log_timezone=UTC");
  try {
    await promisify(execFile)(...runner.command(binaries.initdb, args), runner.ids);
    renameSync(half, dir);
  } catch (error) {
    throw new Stop(`The database could not be prepared in ${dir}.\n${(error as Error).message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function orphanPort({ dir, password }: Pick<Cluster, "dir" | "password">): Promise<number | undefined> {
  const pidFile = path.join(dir, "postmaster.pid");
  for (let tries = 0; existsSync(pidFile); tries++) {
    const lines = readFileSync(pidFile, "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!(await isPostgres(pid)) || tries > 150) return void rmSync(pidFile, { force: true });
    if (port && (await answers(urlFor(port, password)("postgres")))) return port;
    await wait(100);
  }
}

async function isPostgres(pid: number) {
  try {
    if (process.platform === "win32") return process.kill(pid, 0);
    const { stdout } = await promisify(execFile)("ps", ["-o", "comm=", "-p", String(pid)]);
    return stdout.includes("postgres");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" && existsSync(`/proc/${pid}`);
  }
}

async function launch(cluster: Cluster) {
  const { dir, log, password, settings, binaries, runner } = cluster;
  const port = await freePort();
  const output = openSync(log, "w", 0o600);
  const args = ["-D", dir, "-p", String(port), ...durable, ...settings];
  // Detached, so that Ctrl-C reaches this process alone and Postgres stops last.
  const server = spawn(...runner.command(binaries.postgres, args), {
    ...runner.ids,
    detached: true,
    stdio: ["ignore", output, output],
  });
  server.unref();
  await untilReady(server, urlFor(port, password)("postgres"), log);
  return port;
}

async function untilReady(server: ChildProcess, url: string, log: string) {
  const started = Date.now();
  while (!(await answers(url))) {
    if (server.exitCode !== null || Date.now() - started > 60_000) {
      const words = readFileSync(log, "utf8").split("\n").slice(-12).join("\n");
      throw new Stop(`The embedded Postgres did not start. Its last words (${log}):\n${words}`);
    }
    await wait(25);
  }
}

/** The connection kept open here holds a lock that dies with this process: a second portal on one folder is refused. */
async function claim(cluster: Cluster, port: number): Promise<Postgres> {
  const url = urlFor(port, cluster.password);
  const keeper = new Connection(url("postgres"));
  keeper.on("error", () => undefined);
  await keeper.connect();
  const { rows } = await keeper.query("select pg_try_advisory_lock(hashtext('threshold')) as mine");
  if (!rows[0].mine) {
    await keeper.end();
    throw new Stop(
      `A portal already runs on the data folder ${path.dirname(cluster.dir)}. Stop it first, or set DATA_DIR.`,
    );
  }
  return { url, stop: () => stop(cluster, keeper) };
}

async function stop({ dir, binaries, runner }: Cluster, keeper: Connection) {
  await keeper.end().catch(() => undefined);
  const args = ["stop", "-D", dir, "-m", "fast", "-w", "-t", "60", "-s"];
  await promisify(execFile)(...runner.command(binaries.pgCtl, args), runner.ids).catch(() => undefined);
}

/** Stops the server of a data folder at once and without waiting, for tests. */
export function killPostgres(dataDir: string) {
  try {
    process.kill(Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]), "SIGQUIT");
  } catch {
    // It is not running.
  }
}

const urlFor = (port: number, password: string) => (database: string) =>
  `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

async function answers(address: string) {
  const client = new Connection(address, { connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== "28P01") return false;
    throw new Stop("The password of the embedded Postgres is not the one in secrets.json. Put the right file back.");
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function freePort(host = "127.0.0.1"): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
