import { generateAll } from "./generate";
import { runStep } from "./steps";

/** The portal on machines of every kind: each serves rightly, or says in a sentence what is missing. Names of files choose some. */
export async function main(files: string[]) {
  generateAll();
  const { passed, failed } = runStep({
    title: "Machines",
    commands: [["node_modules/vitest/vitest.mjs", "run", "--project", "machines", ...files]],
    report: "vitest",
  });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
