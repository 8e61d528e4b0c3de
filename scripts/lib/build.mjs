import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { stop } from "./tell.mjs";

/** Next names server actions after it, so equal sources make equal builds. What is encrypted, each server encrypts with its own key. */
const buildKey = Buffer.alloc(32, "threshold").toString("base64");

/** Builds a folder that has its sources and packages. Needs no database and no secret. */
export async function build(folder, name) {
  const { PATH, HOME, TMPDIR, SYSTEMROOT } = process.env;
  const own = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", CI: "1" };
  const env = {
    PATH,
    HOME,
    TMPDIR,
    SYSTEMROOT,
    ...own,
    PORTAL_BUILD: name,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: buildKey,
  };
  for (const command of [
    ["scripts/lib/own.mjs", "./generate.ts"],
    ["node_modules/next/dist/bin/next", "build"],
  ]) {
    const { code, said } = await runNode(folder, command, env);
    if (code !== 0) throw stop(`The portal could not be built.\n${reasonIn(said)}`);
  }
  if (!isBuilt(folder, name)) throw stop("The portal could not be built: Next ended early, and said nothing of it.");
}

/** Whether a folder holds all that Next needs to serve, under the folder's name. */
export function isBuilt(folder, name = path.basename(folder)) {
  try {
    const { files } = JSON.parse(readFileSync(path.join(folder, ".next/required-server-files.json"), "utf8"));
    const isNamed = readFileSync(path.join(folder, ".next/BUILD_ID"), "utf8") === name;
    return isNamed && files.every((file) => existsSync(path.join(folder, file)));
  } catch {
    return false;
  }
}

/** Ends a program with the one that started it. Until then it also keeps Next from ending before its work is done. */
const endWithParent = "data:text/javascript,process.on('disconnect',()=>process.exit(1))";

/** Runs a script with this Node in a folder, and returns its code and all that it said. */
export async function runNode(folder, command, env) {
  const child = spawn(process.execPath, ["--import", endWithParent, ...command], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
  return { code, said };
}

/** What went wrong, of all that Next said: no colours, no stack. */
function reasonIn(said) {
  const plain = stripVTControlCharacters(said).split("> Build error occurred").at(-1) ?? "";
  const lines = plain.split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  return lines.slice(-12).join("\n");
}
