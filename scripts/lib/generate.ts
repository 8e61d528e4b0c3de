import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findBinaries } from "./binaries";
import { Stop } from "./stop";

const schemaDir = "prisma/schema";
const generated = "prisma/generated";

/** All that a folder with sources and packages lacks, so that nothing need be written there later. */
export async function main() {
  generateAll();
  await findBinaries().catch(() => undefined);
}

/** Writes the database client of `prisma/schema` and the lists of what the nouns in `lib` hold, unless they are those of the present files. */
export function generateAll() {
  generateClient();
  writeWhenOther(`${generated}/verbs.ts`, listOf("verbs", filesNamed("verbs.ts")));
  writeWhenOther(`${generated}/kinds.ts`, listOf("kinds", filesNamed("kind.ts")));
}

function generateClient() {
  const stamp = path.join(generated, ".schema-hash");
  const hash = schemaHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;

  const prisma = path.resolve("node_modules/prisma/build/index.js");
  // Generating needs no schema engine, but the CLI would download one unless it is given a file.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const run = spawnSync(process.execPath, [prisma, "generate", "--schema", schemaDir], { env, encoding: "utf8" });
  if (run.status !== 0) throw new Stop(`The database client could not be generated.\n${run.stderr || run.stdout}`);
  writeFileSync(stamp, hash);
}

function schemaHash() {
  const hash = createHash("sha256").update(readFileSync("node_modules/prisma/package.json"));
  for (const file of readdirSync(schemaDir).sort()) hash.update(file).update(readFileSync(path.join(schemaDir, file)));
  return hash.digest("hex");
}

/** One table of all that the files export under that name, each entry of which belongs to one noun. */
export function listOf(what: string, files: string[]): string {
  const imports = files.map((file, at) => `import { ${what} as from${at} } from "@/${file.replace(/\.ts$/, "")}";`);
  return `${imports.join("\n")}\n\nexport const ${what} = { ${files.map((_, at) => `...from${at}`).join(", ")} };\n`;
}

const filesNamed = (name: string): string[] =>
  (readdirSync("lib", { recursive: true, encoding: "utf8" }) as string[])
    .map((file) => `lib/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(`/${name}`) && !file.startsWith("lib/core/"))
    .sort();

/** Only a list that changed is written, so that a watching server rests. */
function writeWhenOther(file: string, text: string) {
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
