import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export type Count = { passed: number; failed: number };
export type Step = {
  title: string;
  commands: string[][];

  report?: "vitest" | "playwright";
};

/** Runs one step with its output in view. A step without tests of its own counts as one. */
export function runStep({ title, commands, report }: Step): Count {
  console.log(`\n── ${title} ${"─".repeat(Math.max(0, 74 - title.length))}`);
  const dir = mkdtempSync(path.join(tmpdir(), "threshold-report-"));
  const file = path.join(dir, "report.json");
  const ok = commands.every((command) => runNode(withReport(command, file, report), reportEnv(file)));
  const count = report && existsSync(file) ? readers[report](JSON.parse(readFileSync(file, "utf8"))) : undefined;
  rmSync(dir, { recursive: true, force: true });
  if (!count) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { ...count, failed: ok ? count.failed : Math.max(1, count.failed) };
}

function runNode(command: string[], env: Record<string, string>) {
  const { status } = spawnSync(process.execPath, command, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status === 0;
}

function withReport(command: string[], file: string, report?: Step["report"]) {
  if (report === "vitest") return [...command, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  if (report === "playwright") return [...command, "--reporter=list,json"];
  return command;
}

const reportEnv = (file: string) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file });

const readers = {
  vitest: (report: { numPassedTests: number; numFailedTests: number }): Count => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }),
  playwright: ({ stats }: { stats: { expected: number; flaky: number; unexpected: number } }): Count => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }),
};
