import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { generateAll } from "@/scripts/lib/generate";
import { migrate } from "@/scripts/lib/migrations";
import { forgetful, killPostgres, startPostgres } from "@/scripts/lib/postgres";

const prefix = "threshold-test-";

/** One Postgres for the whole run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject) {
  sweep();
  generateAll();
  const dir = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(dir, 0o711);
  const remove = () => {
    killPostgres(dir);
    rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.once("exit", remove);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

  const portalSecret = "a secret that only the tests know, and long enough";
  const zone = process.env.TEST_DATABASE_ZONE ?? "Asia/Kathmandu";
  const postgres = await startPostgres(dir, "tests", [...forgetful, "-c", `timezone=${zone}`]);
  await migrate({ adminUrl: postgres.url("template_portal"), portalSecret });
  project.provide("postgres", { adminUrl: postgres.url("postgres"), portalSecret, template: "template_portal" });
  return async () => {
    await postgres.stop();
    remove();
  };
}

/** Removes what a killed run left behind. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split("-")[0]);
    if (isAlive(pid)) continue;
    killPostgres(path.join(tmpdir(), name));
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
