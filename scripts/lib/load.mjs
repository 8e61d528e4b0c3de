import { accessSync, constants, readFileSync } from "node:fs";
import * as modules from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { hasPackages, installPackages } from "./packages.mjs";
import * as serverOnly from "./server-only.mjs";
import { stop, userName, wordsFor } from "./tell.mjs";

/** The folder that this copy of the portal lies in. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** Runs a script of this checkout, for those who work on the portal, with all packages in place, also those of the tests. */
export const inCheckout = (entry, args = process.argv.slice(2)) =>
  telling(async () => {
    readEnvironment();
    if (!hasPackages(root, { testing: true })) {
      console.log("Installing packages …");
      await installPackages(root, ["--include=dev"]);
    }
    await run(entry, args);
  });

/** Runs `main` of a TypeScript file of this folder. The packages are there. */
export async function run(entry, args) {
  process.chdir(root);
  const tsx = await import("tsx/esm/api");
  tsx.register();
  // Newer Nodes have a plainer way, and warn of the older one.
  if (modules.registerHooks) modules.registerHooks(serverOnly);
  else modules.register(new URL("./server-only.mjs", import.meta.url));
  const { main } = await import(new URL(entry, import.meta.url).href);
  await main(args);
}

/** Does something and ends, with words where it went wrong. Next leaves timers behind. */
export async function telling(work) {
  try {
    await work();
    process.exit();
  } catch (error) {
    console.error(`\n${wordsFor(error)}\n`);
    process.exit(1);
  }
}

/** The settings of `.env`, and where data and keys lie, whatever folder the portal then runs in. */
export function readEnvironment() {
  const wanted = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).engines.node.match(/[\d.]+/)[0];
  const [major, minor] = wanted.split(".").map(Number);
  const [has, hasMinor] = process.versions.node.split(".").map(Number);
  if (has < major || (has === major && hasMinor < minor))
    throw stop(`The portal needs Node.js ${wanted} or newer (24 is recommended). This is ${process.versions.node}.`);
  try {
    process.loadEnvFile(path.join(root, ".env"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  const odd = path
    .relative(path.parse(root).root, root)
    .match(process.platform === "win32" ? /[#?"$`]/ : /[#?"$`\\]/)?.[0];
  if (odd)
    throw stop(`The folder ${root} has a ${odd} in its name, with which not all programs find it. Rename the folder.`);
  requireTemporary();
  const { DATA_DIR = ".data", MASTER_KEY_FILE } = process.env;
  process.env.DATA_DIR = path.resolve(root, DATA_DIR);
  if (MASTER_KEY_FILE) process.env.MASTER_KEY_FILE = path.resolve(root, MASTER_KEY_FILE);
}

function requireTemporary() {
  try {
    accessSync(tmpdir(), constants.W_OK);
  } catch {
    throw stop(
      `The user ${userName()} cannot write into ${tmpdir()}, the folder for passing files. Set TMPDIR to one where they can.`,
    );
  }
}
