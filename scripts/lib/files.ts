import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const migrationsDir = path.resolve("prisma/migrations");

/** The migrations of this copy of the portal, oldest first. */
export function listMigrations(): { name: string; sql: string }[] {
  return readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(migrationsDir, name, "migration.sql"), "utf8") }));
}

const first = ["relations.sql", "every-table.sql"];
const last = ["every-person.sql"];

/** The walls, in the order in which they are raised: what all of them ask, then each noun's, then what holds for all. */
export function listWalls(): { name: string; sql: string }[] {
  const names = readdirSync("prisma/walls").filter(
    (name) => name.endsWith(".sql") && ![...first, ...last].includes(name),
  );
  return [...first, ...names.sort(), ...last].map((name) => ({
    name,
    sql: readFileSync(path.join("prisma/walls", name), "utf8"),
  }));
}
