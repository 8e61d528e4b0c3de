import { createHash } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { deriveSecret, masterKeyFile } from "@/lib/core/env";
import { type Prepared, unfinishedMark } from "./prepare";
import { ask } from "./prove";
import { makeMasterKey, type Secrets, writeSecrets } from "./secrets";
import { Stop } from "./stop";

export type Clinics = "none" | "demonstration" | "real";

export async function findClinics({ database }: Pick<Prepared, "database">): Promise<Clinics> {
  const [clinic] = await ask<{ demonstration: boolean }>(
    database.as("portal_accounts"),
    'select "isDemonstration" as demonstration from "Clinic" limit 1',
  );
  if (!clinic) return "none";
  return clinic.demonstration ? "demonstration" : "real";
}

/** Makes the master key's file for a new portal, and answers its path when it did. Never for data that it could not open. */
export function ensureMasterKey({ settings }: Pick<Prepared, "settings">, clinics: Clinics): string | undefined {
  if (settings.MASTER_KEY) return undefined;
  const file = masterKeyFile(settings);
  if (clinics !== "none" && !existsSync(file)) {
    throw new Stop(
      `The master key is missing. Put the file back as ${file}, or set MASTER_KEY: without it nothing private can be read.`,
    );
  }
  return makeMasterKey(file) ? file : undefined;
}

/** Fills an empty database with the demonstration clinic. */
export async function seedDemonstration({ settings }: Pick<Prepared, "settings">, password: string) {
  const module = path.resolve("prisma/seed/demonstration.ts");
  if (!existsSync(module))
    throw new Stop("The demonstration clinic is not part of this copy: prisma/seed/demonstration.ts is missing.");
  console.log("Preparing the demonstration clinic …");
  const { seedDemonstration: seed } = await import(pathToFileURL(module).href);
  const unfinished = unfinishedMark(settings.DATA_DIR);
  writeFileSync(unfinished, "");
  await seed({ password });
  rmSync(unfinished);
}

/** The one password of the demonstration's accounts: chosen by DEMO_PASSWORD, else the same on every start and instance. */
export function demonstrationPassword({ settings, secrets }: Prepared, clinics: Clinics): string {
  const made = readable(deriveSecret(secrets.portalSecret, "demonstration password"), 4);
  if (clinics === "demonstration") return secrets.demoPassword ?? settings.DEMO_PASSWORD ?? made;
  keepPassword(settings.DATA_DIR, secrets, settings.DEMO_PASSWORD);
  return settings.DEMO_PASSWORD ?? made;
}

function keepPassword(dataDir: string, secrets: Secrets, demoPassword?: string) {
  if (secrets.demoPassword !== demoPassword) writeSecrets(dataDir, { demoPassword });
}

/** The code that lets somebody set up the clinic, which only who started the portal has seen. */
export function setupCode({ secrets }: Pick<Prepared, "secrets">) {
  const code = readable(deriveSecret(secrets.portalSecret, "set-up code"), 3).toUpperCase();
  return { code, hash: createHash("sha256").update(code).digest("hex") };
}

/** Groups of four letters and digits that are not mistaken for one another. */
function readable(bytes: Buffer, groups: number) {
  const letters = "23456789abcdefghjkmnpqrstuvwxyz2";
  const text = Array.from(bytes.subarray(0, groups * 4), (byte) => letters[byte % 32]).join("");
  return (text.match(/.{4}/g) ?? []).join("-");
}
