import { ensureBrowser, ensureOtherBrowsers } from "./browser";
import { generateAll } from "./generate";
import { ensureProxies } from "./proxies";
import { runStep, type Step } from "./steps";

const next = "node_modules/next/dist/bin/next";
const vitest = ["node_modules/vitest/vitest.mjs", "run"];

const quick: Step[] = [
  { title: "Format and lint", commands: [["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]] },
  {
    title: "Types",
    commands: [
      [next, "typegen"],
      ["node_modules/typescript/bin/tsc", "--noEmit"],
    ],
  },
  { title: "Unit tests", commands: [[...vitest, "--project", "unit"]], report: "vitest" },
];

const full: Step[] = [
  { title: "Integration tests", commands: [[...vitest, "--project", "integration"]], report: "vitest" },
  { title: "Build", commands: [["scripts/build.mjs"]] },
  { title: "End-to-end tests", commands: [["node_modules/@playwright/test/cli.js", "test"]], report: "playwright" },
  {
    title: "Sign-in in Firefox and WebKit",
    commands: [[...vitest, "--project", "browsers", "tests/browsers/second-page.test.ts"]],
    report: "vitest",
  },
  { title: "Weight of the pages", commands: [["scripts/weight.mjs"]] },
  { title: "Dead code", commands: [["node_modules/knip/bin/knip.js"]] },
];

export async function main(args: string[]) {
  const isQuick = args.includes("--quick");
  generateAll();
  if (!isQuick) for (const ensure of [ensureBrowser, ensureOtherBrowsers, ensureProxies]) ensure();

  const steps = isQuick ? quick : [...quick, ...full];
  const results = steps.map((step) => ({ title: step.title, ...runStep(step) }));
  const failures = results.filter((result) => result.failed > 0);
  console.log(failures.length ? `\nFailed: ${failures.map(({ title }) => title).join(", ")}` : "");
  const sum = (key: "passed" | "failed") => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = failures.length ? 1 : 0;
}
