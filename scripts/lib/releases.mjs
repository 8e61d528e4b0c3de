import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, isBuilt, runNode } from "./build.mjs";
import { copyFiles, linkFolder } from "./copy.mjs";
import { readEnvironment, root, telling } from "./load.mjs";
import { hasPackages, installPackages } from "./packages.mjs";
import { requireFreePort } from "./port.mjs";
import { listSources, nameSources } from "./sources.mjs";
import { quoted, stop, userName, wordsFor } from "./tell.mjs";

/*
 * What serves is a release: a folder with a copy of the sources, their packages and their build, named after them. It is made
 * beside the others under a passing name and gets its own when it is whole, so that nothing that serves is ever touched.
 */
const releases = path.join(root, ".releases");

/** Runs a script of the release of these sources. */
export const inRelease = (entry, args = process.argv.slice(2)) =>
  telling(async () => {
    readEnvironment();
    await runIn(await ensureRelease(), entry, args);
  });

/** Serves the release of these sources. While it cannot be made or does not start, the one that served last goes on. */
export const serve = (args = process.argv.slice(2)) =>
  telling(async () => {
    readEnvironment();
    const { PORT = "3000", HOST = "localhost" } = process.env;
    // Before minutes of building.
    if (/^\d{1,5}$/.test(PORT) && Number(PORT) < 65_536) await requireFreePort(Number(PORT), HOST);
    await runIn(await chooseRelease(), "./start.ts", args);
  });

async function chooseRelease() {
  const last = lastGood(process.env.DATA_DIR);
  try {
    const release = await ensureRelease();
    if (last && last !== release) await tryOut(release);
    return release;
  } catch (error) {
    if (!last) throw error;
    console.error(`\n${wordsFor(error)}\nUntil then the version that served last is started: ${nameOf(last)}.`);
    return last;
  }
}

/** Makes the release of these sources unless it is there, and returns its folder. */
export async function ensureRelease() {
  const { DATA_DIR, MASTER_KEY_FILE } = process.env;
  const sources = listSources(root, [DATA_DIR, MASTER_KEY_FILE]);
  const release = path.join(releases, nameSources(root, sources));
  if (isWhole(release)) return release;

  requireOwnFolder();
  const umask = process.umask(0o022);
  clearHalves();
  const half = path.join(releases, `.half-${process.pid}`);
  try {
    mkdirSync(half, { recursive: true });
    copyFiles(root, half, sources);
    await addPackages(half);
    console.log("Building the portal …");
    await build(half, path.basename(release));
    if (isWhole(release)) return release;
    rmSync(release, { recursive: true, force: true });
    renameSync(half, release);
    return release;
  } finally {
    rmSync(half, { recursive: true, force: true });
    process.umask(umask);
  }
}

/** What was left half-made by somebody who is no more. */
function clearHalves() {
  if (!existsSync(releases)) return;
  const halves = readdirSync(releases).filter((name) => name.startsWith(".half-") && !isAlive(Number(name.slice(6))));
  for (const name of halves) rmSync(path.join(releases, name), { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The packages of another folder with the same lockfile, else those of the registry. */
async function addPackages(half) {
  const lock = readFileSync(path.join(half, "package-lock.json"));
  const hasSame = (folder) => {
    const file = path.join(folder, "package-lock.json");
    return existsSync(file) && readFileSync(file).equals(lock) && hasPackages(folder);
  };
  const like = [...listReleases(releases), root].find(hasSame);
  if (like) {
    const { packages } = JSON.parse(lock);
    const isForTests = (file) => packages[path.relative(like, file).replaceAll("\\", "/")]?.dev;
    const isLeft = (file) => path.basename(file) === ".cache" || isForTests(file);
    return linkFolder(path.join(like, "node_modules"), path.join(half, "node_modules"), isLeft);
  }
  console.log("Installing packages …");
  await installPackages(half, ["--omit=dev"]);
}

const isWhole = (release) => isBuilt(release) && hasPackages(release);

/** The releases in a folder, the one that was started last first. */
export function listReleases(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  const startedAt = (release) => statSync(release).mtimeMs;
  return names.map((name) => path.join(folder, name)).sort((a, b) => startedAt(b) - startedAt(a));
}

/** The release that last served this data, if it is still there. */
function lastGood(dataDir) {
  const file = path.join(dataDir, "release");
  if (!existsSync(file)) return undefined;
  const release = path.join(releases, readFileSync(file, "utf8").trim());
  return isBuilt(release) && existsSync(path.join(release, "node_modules")) ? release : undefined;
}

/** Starts a new release apart from everybody: it migrates, serves at a port of its own and is asked for its health. */
async function tryOut(release) {
  const { code, said } = await runNode(release, ["scripts/lib/own.mjs", "./try.ts"], process.env);
  if (code !== 0) throw stop(said.trim());
}

/** A release runs from its own folder, as the code that was made with it knows how. */
async function runIn(release, entry, args) {
  const { run } = await import(pathToFileURL(path.join(release, "scripts/lib/load.mjs")).href);
  await run(entry, args);
}

function nameOf(release) {
  const { version } = JSON.parse(readFileSync(path.join(release, "package.json"), "utf8"));
  const made = statSync(path.join(release, "package.json")).mtime.toLocaleString("en-GB", { dateStyle: "long" });
  return `${version}, made on ${made}`;
}

function requireOwnFolder() {
  try {
    accessSync(existsSync(releases) ? releases : root, constants.W_OK);
  } catch {
    const folder = quoted(root);
    throw stop(
      `This version is not built, and the user ${userName()} may not write into ${root}. ` +
        `Build it as the folder's owner:  cd ${folder} && npm run build\nOr let the folder be theirs:  sudo chown -R ${userName()} ${folder}`,
    );
  }
}
