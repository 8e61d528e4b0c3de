import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Stop } from "./stop";

const schemaDir = "prisma/schema";
const generated = "prisma/generated";

/** Writes the database client of `prisma/schema` unless it is already that of the present schema. */
export const main = generateClient;

export function generateClient() {
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
