import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { listSources, nameSources } from "./sources.mjs";
import { Stop } from "./stop";

/** Next names server actions after it, so equal sources make equal builds. What is encrypted, each server encrypts with its own key. */
const buildKey = Buffer.alloc(32, "threshold").toString("base64");
const stamp = ".next/portal-build";
const required = ".next/required-server-files.json";

/** Ends a build with the process that asked for it. Next ends by itself when it is done; until then this keeps it from ending early. */
const endWithParent = "data:text/javascript,process.on('disconnect',()=>process.exit(1))";

/** Builds the portal unless the last build is of these very sources. Needs no database and no secret. */
export async function ensureBuild() {
  const hash = nameSources(process.cwd(), listSources(process.cwd()));
  if (isBuilt(hash)) return;
  console.log("Building the portal …");
  for (let tries = 0; ; tries++) {
    rmSync(stamp, { force: true });
    const { code, output } = await build();
    if (code === 0 && isWhole()) return writeFileSync(stamp, hash);
    if (!output.includes("build process is already running") || tries > 150)
      throw new Stop(`The build failed.\n${output}`);
    await wait(2_000);
    if (isBuilt(hash)) return;
  }
}

const isBuilt = (hash: string) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash && isWhole();

/** Whether all that Next needs to serve is there. */
function isWhole(): boolean {
  if (![".next/BUILD_ID", required].every(existsSync)) return false;
  const { files } = JSON.parse(readFileSync(required, "utf8")) as { files: string[] };
  return files.every(existsSync);
}

async function build() {
  const { PATH, HOME, TMPDIR, SYSTEMROOT } = process.env;
  const env = { PATH, HOME, TMPDIR, SYSTEMROOT, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", CI: "1" };
  const child = spawn(
    process.execPath,
    ["--import", endWithParent, path.resolve("node_modules/next/dist/bin/next"), "build"],
    {
      env: { ...env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: buildKey } as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, output };
}
