import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { migrationsForEngine, noFilters, openEngine, readSchema, reasonOf } from "./engine";

/** The SQL that leads from the migrations to a schema, that of `prisma/schema` when none is given: empty when they agree. */
export async function diffMigrations(files = readSchema()): Promise<string> {
  const opened: PGlite[] = [];
  const engine = await openEngine(shadow(opened));
  try {
    const from = { tag: "migrations" as const, ...migrationsForEngine() };
    const to = { tag: "schemaDatamodel" as const, files };
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: noFilters });
    return (stdout ?? "").replace("-- This is an empty migration.", "").trim();
  } catch (error) {
    throw new Error(reasonOf(error));
  } finally {
    for (const client of opened) await client.close();
  }
}

/** A Postgres in memory. */
function shadow(opened: PGlite[]): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => {
    const client = await PGlite.create({ extensions: { btree_gist } });
    opened.push(client);
    const adapter = (await new PrismaPGlite(client as never).connect()) as SqlDriverAdapter;
    adapter.executeScript = async (script) => void (await client.exec(script));
    return adapter;
  };
  return { provider: "postgres", adapterName: "pglite", connect, connectToShadowDb: connect };
}
