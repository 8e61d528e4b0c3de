import { readdir } from "node:fs/promises";
import path from "node:path";
import { DatabaseFault } from "./errors";
import { system } from "./system";

export type Health = { status: "ok" } | { status: "error"; part: "database" | "migrations" };

/** Whether the database answers within three seconds and has every migration that this copy of the portal knows. */
export async function checkHealth(): Promise<Health> {
  try {
    const [applied, known] = await Promise.all([withinSeconds(3, listApplied()), listKnown()]);
    return known.every((name) => applied.has(name)) ? { status: "ok" } : { status: "error", part: "migrations" };
  } catch (error) {
    const noTable = error instanceof DatabaseFault && error.sqlState === "42P01";
    return { status: "error", part: noTable ? "migrations" : "database" };
  }
}

async function listApplied() {
  const rows = await system(
    "accounts",
    (db) => db.$queryRaw<{ name: string }[]>`
      select migration_name as name from "_prisma_migrations" where finished_at is not null and rolled_back_at is null`,
  );
  return new Set(rows.map((row) => row.name));
}

async function listKnown() {
  const dir = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations");
  const entries = await readdir(dir, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("No answer in time")), seconds * 1_000);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
