import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

/** Installs the packages of the lockfile unless exactly these are there. A killed install is done again. */
export function installIfMissing(root) {
  const wanted = readLock(path.join(root, "package-lock.json"));
  const record = path.join(root, "node_modules", ".package-lock.json");
  if (wanted && matches(wanted, readLock(record))) return;

  console.log("Installing packages …");
  rmSync(record, { force: true });
  if (npm(root, ["ci"])) return;
  // `ci` also refuses a lockfile that only lacks packages of other platforms.
  rmSync(path.dirname(record), { recursive: true, force: true });
  if (npm(root, ["install", "--no-save"])) return;
  console.error("The packages could not be installed. Check the connection to the npm registry and start again.");
  process.exit(1);
}

function npm(root, command) {
  const cli = process.env.npm_execpath;
  const [program, ...first] = cli?.endsWith("npm-cli.js") ? [process.execPath, cli] : ["npm"];
  const { status } = spawnSync(program, [...first, ...command, "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32" && program === "npm",
  });
  return status === 0;
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function matches(wanted, installed) {
  if (!installed) return false;
  const same = (name) => installed[name]?.version === wanted[name]?.version;
  const missing = Object.keys(wanted).filter((name) => name !== "" && !wanted[name].optional && !same(name));
  return missing.length === 0 && Object.keys(installed).every(same);
}
