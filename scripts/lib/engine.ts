import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

import { listMigrations, migrationsDir } from "./files";

export type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

export const noFilters = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;
let panic = "";

/** Prisma's own schema engine as WebAssembly: the native one is a download that many networks refuse. */
export async function openEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  loaded ??= load();
  await loaded;
  const datamodels = readSchema().map(({ path: file, content }): [string, string] => [file, content]);
  return engine.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}

async function load() {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => (panic = text) } });
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const imports = {
    "./schema_engine_bg.js": { ...engine, ...patientTimers() } as unknown as WebAssembly.ModuleImports,
  };
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
  const { __wbg_set_wasm } = engine as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };
  __wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The engine never clears its time limits; they must not keep a finished process alive. */
function patientTimers() {
  const names = Object.keys(engine).filter((name) => name.startsWith("__wbg_setTimeout"));
  const start = (work: () => void, milliseconds: number) => setTimeout(work, milliseconds >>> 0).unref();
  return Object.fromEntries(names.map((name) => [name, start]));
}

/** The words of an engine's error, or of the panic behind it. */
export const reasonOf = (error: unknown) => panic || (error instanceof Error ? error.message : String(error));

export function readSchema(dir = "prisma/schema") {
  const files = readdirSync(dir).filter((name) => name.endsWith(".prisma"));
  return files
    .sort()
    .map((name) => ({ path: path.join(dir, name), content: readFileSync(path.join(dir, name), "utf8") }));
}

/** The migrations as the engine takes them. */
export function migrationsForEngine() {
  const lockfile = {
    path: "migration_lock.toml",
    content: readFileSync(path.join(migrationsDir, "migration_lock.toml"), "utf8"),
  };
  const migrationDirectories = listMigrations().map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
  }));
  return { baseDir: migrationsDir, lockfile, shadowDbInitScript: "", migrationDirectories };
}
