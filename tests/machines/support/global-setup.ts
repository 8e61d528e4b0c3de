import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { cloneCheckout, folder, ordinary } from "./clone";

/** One clone of this checkout, built by an ordinary user, for all rows that do not need one of their own; at the end, the table. */
export default function setup(project: TestProject) {
  const { dir, remove } = folder("checkout");
  process.once("exit", remove);
  const checkout = cloneCheckout(path.join(dir, "threshold"));
  const env = { PATH: process.env.PATH, HOME: dir, NODE_ENV: "production" } as const;
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: checkout, env, stdio: "inherit", ...ordinary });
  const table = path.join(dir, "table");
  project.provide("checkout", checkout);
  project.provide("table", table);
  return () => {
    print(table);
    process.off("exit", remove);
    remove();
  };
}

function print(table: string) {
  if (!existsSync(table)) return;
  const rows = readFileSync(table, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as [string, string]);
  const width = Math.max(...rows.map(([machine]) => machine.length));
  const lines = rows.map(
    ([machine, outcome]) => `${machine.padEnd(width)} │ ${outcome.replace(/\n/g, `\n${" ".repeat(width)} │ `)}`,
  );
  console.log(
    `\n${["machine".padEnd(width), " │ what came of it\n", "─".repeat(width), "─┼─", "─".repeat(40)].join("")}\n${lines.join("\n")}\n`,
  );
}
