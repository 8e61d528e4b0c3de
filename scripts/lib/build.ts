import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Stop } from "./stop";

const parts = ["app", "components", "lib", "prisma", "public", "proxy.ts", "instrumentation.ts"];
const files = ["next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const left = new Set(["prisma/generated", "prisma/migrations"]);
/** Next names server actions after it, so equal sources make equal builds. What is encrypted, each server encrypts with its own key. */
const buildKey = Buffer.alloc(32, "threshold").toString("base64");
const stamp = ".next/portal-build";

/** Ends a build, and the processes that it starts, with the process that asked for it. */
const endWithParent = "data:text/javascript,process.on('disconnect',()=>process.exit(1));process.channel?.unref()";

/** Builds the portal unless the last build is of these very sources. Needs no database and no secret. */
export async function ensureBuild() {
  const hash = sourcesHash();
  if (isBuilt(hash)) return;
  console.log("Building the portal …");
  for (let tries = 0; ; tries++) {
    rmSync(stamp, { force: true });
    const { code, output } = await build();
    if (code === 0) return writeFileSync(stamp, hash);
    if (!output.includes("build process is already running") || tries > 150)
      throw new Stop(`The build failed.\n${output}`);
    await wait(2_000);
    if (isBuilt(hash)) return;
  }
}

const isBuilt = (hash: string) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

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

function sourcesHash() {
  const hash = createHash("sha256");
  for (const file of [...files, ...parts.flatMap(listFiles)].filter(existsSync))
    hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function listFiles(entry: string): string[] {
  if (!existsSync(entry) || left.has(entry)) return [];
  if (/\.\w+$/.test(entry)) return [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => listFiles(`${entry}/${name}`));
}
