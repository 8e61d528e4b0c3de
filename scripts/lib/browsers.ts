import { ensureOtherBrowsers } from "./browser";
import { generateAll } from "./generate";
import { runStep } from "./steps";

/** The main journeys in Firefox and in Safari's engine, at http://localhost and over https. */
export async function main() {
  generateAll();
  ensureOtherBrowsers({ must: true });
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", "browsers"];
  const { passed, failed } = runStep({
    title: "Firefox and WebKit",
    commands: [["scripts/build.mjs"], vitest],
    report: "vitest",
  });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
