import { prepare } from "./prepare";
import { Stop } from "./stop";

export async function main() {
  const { database, applied } = await prepare();
  await database.stop();
  if (!database.adminUrl) throw new Stop("Migrating needs DATABASE_OWNER_URL: the portal's own roles may not.");
  for (const name of applied) console.log(`Applied ${name}`);
  console.log(applied.length ? "The database is migrated." : "The database was up to date.");
}
