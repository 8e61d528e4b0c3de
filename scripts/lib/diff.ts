import { diffMigrations } from "./drift";

export async function main() {
  console.log((await diffMigrations()) || "-- Migrations and prisma/schema agree.");
}
