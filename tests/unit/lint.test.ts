import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const tangled = Array.from({ length: 6 }, (_, at) => `${"if (n) { ".repeat(at + 1)}n++;${" }".repeat(at + 1)}`);
const planted = {
  "a.ts": `import { b } from "./b";
export const a = () => b;
async function save() {
  await Promise.resolve();
}
export function go(n: number) {
  save();
  [1].forEach(async () => {
    await save();
  });
  ${tangled.join("\n  ")}
  return n;
}
`,
  "b.ts": `import { a } from "./a";\nexport const b = a;\n`,
};

let folder: string;
let said: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "threshold-lint-"));
  const { linter } = JSON.parse(readFileSync("biome.json", "utf8"));
  writeFileSync(path.join(folder, "biome.json"), JSON.stringify({ linter }));
  for (const [name, text] of Object.entries(planted)) writeFileSync(path.join(folder, name), text);
  const biome = path.resolve("node_modules/@biomejs/biome/bin/biome");
  const run = spawnSync(process.execPath, [biome, "lint", "--max-diagnostics=100", "."], {
    cwd: folder,
    encoding: "utf8",
  });
  said = `${run.status} ${run.stdout}${run.stderr}`;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  "suspicious/noImportCycles",
  "complexity/noExcessiveCognitiveComplexity",
  "nursery/noFloatingPromises",
  "nursery/noMisusedPromises",
])("a planted violation of %s fails", (rule) => {
  expect(said).toMatch(/^1 /);
  expect(said).toContain(`lint/${rule} `);
});
