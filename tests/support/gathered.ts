import { existsSync, readdirSync } from "node:fs";

const folder = "tests/kinds";

/** What the files in `tests/kinds` add to a list of the tests: whatever they export under that name. A kind of its own brings one file. */
export async function gathered<T>(name: string): Promise<T[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".ts")) : [];
  const all: T[] = [];
  for (const file of files) {
    const module = await import(`../kinds/${file.replace(/\.ts$/, "")}.ts`);
    if (name in module) all.push(module[name]);
  }
  return all;
}
