import { existsSync } from "node:fs";
import path from "node:path";
import { readSettings } from "@/lib/core/env";
import { clientFor, closeClients, type Db, transaction } from "@/lib/core/prisma";
import { type Verdict, verifyChain } from "@/lib/core/seal";
import { type Database, openDatabase } from "./database";
import { findPostgres } from "./postgres";
import { urlAs } from "./roles";
import { readSecrets } from "./secrets";
import { Stop } from "./stop";

type Line = { clinicId: string; waiting: number } & Verdict;

/** Walks the audit log of every clinic, as the role that can read it and nothing else. */
export async function verifyClinics(auditorUrl: string): Promise<Line[]> {
  const client = clientFor(auditorUrl);
  const clinics = await transaction(client, (db) => listClinics(db));
  const lines: Line[] = [];
  for (const { clinicId, waiting } of clinics) {
    const verdict = await verifyChain(client, clinicId);
    lines.push({ clinicId, waiting, broken: undefined, ...verdict });
  }
  return lines;
}

const listClinics = (db: Db) => db.$queryRaw<{ clinicId: string; waiting: number }[]>`
  select e."clinicId"::text, count(*) filter (where l."entryId" is null)::int as "waiting"
  from "AuditEntry" e left join "AuditLink" l on l."entryId" = e."id" group by 1
  union select "clinicId"::text, 0 from "AuditLink" k
  where not exists (select 1 from "AuditEntry" e where e."clinicId" = k."clinicId") order by 1`;

export async function main() {
  const database = await reach();
  let lines: Line[];
  try {
    lines = await verifyClinics(database.as("portal_auditor"));
  } finally {
    await closeClients();
    await database.stop();
  }
  for (const line of lines) console.log(wordsFor(line));
  if (lines.length === 0) console.log("There is no audit log yet.");
  if (lines.some(({ broken }) => broken)) throw new Stop("The audit log was altered after it was sealed.");
}

/** The database of these settings, also while the portal is at work on it. */
async function reach(): Promise<Pick<Database, "as" | "stop">> {
  const settings = readSettings();
  if (!settings.DATABASE_URL && !existsSync(path.join(settings.DATA_DIR, "postgres")))
    throw new Stop(`There is no database in ${settings.DATA_DIR}.`);
  const kept = readSecrets(settings.DATA_DIR);
  const secrets = { ...kept, portalSecret: settings.PORTAL_SECRET ?? kept.portalSecret };
  if (settings.DATABASE_URL) return openDatabase(settings, secrets);
  const url = await findPostgres(settings.DATA_DIR, secrets.postgresPassword);
  if (!url) return openDatabase(settings, secrets);
  return { as: (role) => urlAs(url("threshold"), role, secrets.portalSecret), stop: async () => undefined };
}

const reasons = {
  missing: "is no longer there",
  changed: "was altered, or one before it",
  gap: "is not where it should be: one before it is missing",
};

function wordsFor({ clinicId, checked, waiting, broken }: Line) {
  if (broken)
    return `Clinic ${clinicId}: BROKEN at link ${broken.number}: entry ${broken.entryId} ${reasons[broken.why]}.`;
  const unsealed = waiting ? `, ${waiting} waiting for their seal` : "";
  return `Clinic ${clinicId}: the chain holds. ${checked} entries checked${unsealed}.`;
}
