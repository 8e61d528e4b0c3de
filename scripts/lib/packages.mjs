import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { stop } from "./tell.mjs";

/** Whether a folder has the packages of its lockfile, for this system, the ones for testing too when asked. A killed install is not one. */
export function hasPackages(folder, { testing = false } = {}) {
  const wanted = readLock(path.join(folder, "package-lock.json"));
  const there = readLock(path.join(folder, "node_modules/.package-lock.json"));
  if (!wanted || !there) return false;
  const same = (name) => there[name]?.version === wanted[name]?.version;
  const isNeeded = ({ optional, dev, devOptional }) => !optional && (testing || !(dev || devOptional));
  const needed = Object.keys(wanted).filter((name) => name && isNeeded(wanted[name]));
  return needed.every(same) && Object.keys(there).every((name) => same(name) && isForHere(there[name]));
}

const isForHere = ({ os, cpu }) => suits(os, process.platform) && suits(cpu, process.arch);
const suits = (list, mine) => !list || list.includes(mine) || list.some((each) => each.startsWith("!"));

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Installs the packages of a folder's lockfile, or stops with why not. A registry that does not answer is not waited for. */
export async function installPackages(folder, flags) {
  const cache = ownCache();
  try {
    const silence = await whySilent(folder, cache.flags);
    const offline = silence ? ["--offline"] : [];
    const limits = ["--fetch-timeout=60000", "--fetch-retries=2", "--no-audit", "--no-fund", "--no-update-notifier"];
    rmSync(path.join(folder, "node_modules/.package-lock.json"), { force: true });
    const install = (command) => npm(folder, [...command, ...flags, ...limits, ...offline, ...cache.flags]);
    let tried = await install(["ci"]);
    // `ci` also refuses a lockfile that only lacks packages of other platforms.
    if (/EUSAGE/.test(tried.said)) tried = await install(["install", "--no-save"]);
    if (tried.code === 0) return;
    throw stop(`The packages could not be installed: ${silence ?? reasonIn(tried.said)}.`);
  } finally {
    cache.remove();
  }
}

/** Why the registry is not asked: it gives no answer at all, not even that it does not know the question. */
async function whySilent(folder, flags) {
  const asked = ["ping", "--fetch-retries=0", "--fetch-timeout=10000", "--no-update-notifier"];
  const { code, said } = await npm(folder, [...asked, ...flags], 15_000);
  if (code === 0 || /code E\d{3}/.test(said)) return undefined;
  return `the registry of packages does not answer (${said ? reasonIn(said) : "npm ping waits in vain"})`;
}

/** The first line of npm's that says something. */
function reasonIn(said) {
  const lines = said.split("\n").map((line) => line.replace(/^npm (error|ERR!) ?/, "").trim());
  const telling = lines.filter((line) => line && !/^(code|syscall|errno|path|npm |A complete log)/.test(line));
  return (telling[0] ?? "npm does not say why").replace(/^(network|FetchError:) /, "").replace(/\.$/, "");
}

/** A user without a home has no place for npm's cache: it gets one, for as long as it takes. */
function ownCache() {
  const nothing = { flags: [], remove: () => undefined };
  if (process.env.npm_config_cache || canWrite(homedir())) return nothing;
  const folder = mkdtempSync(path.join(tmpdir(), "threshold-npm-"));
  return { flags: [`--cache=${folder}`], remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function npm(folder, args, timeout) {
  const [program, ...first] = findNpm();
  const shell = process.platform === "win32" && program === "npm";
  const child = spawn(program, [...first, ...args], { cwd: folder, timeout, shell, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once("close", resolve);
    child.once("error", (error) => reject(error.code === "ENOENT" ? stop(noNpm) : error));
  });
  return { code, said };
}

const noNpm = "npm is not on this machine, and the packages are not installed. On Debian:  sudo apt-get install npm";

/** npm as it was used to start this, or as it lies beside this Node, or as the path has it. */
function findNpm() {
  const beside = path.resolve(process.execPath, "../../lib/node_modules/npm/bin/npm-cli.js");
  const cli = [process.env.npm_execpath, beside].find((file) => file?.endsWith("npm-cli.js") && existsSync(file));
  return cli ? [process.execPath, cli] : ["npm"];
}
