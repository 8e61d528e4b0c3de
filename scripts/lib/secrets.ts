import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Stop } from "./stop";

export type Secrets = { portalSecret: string; postgresPassword: string; demoPassword?: string };

/** The secrets that this data folder keeps, made on the first start. */
export function readSecrets(dataDir: string): Secrets {
  const file = fileIn(dataDir);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  if (existsSync(path.join(dataDir, "postgres"))) {
    throw new Stop(`${file} is missing, and with it the password of the database beside it. Put the file back.`);
  }
  mkdirSync(dataDir, { recursive: true });
  const secrets = { portalSecret: random(), postgresPassword: random() };
  save(dataDir, secrets);
  return secrets;
}

export function writeSecrets(dataDir: string, changes: Partial<Secrets>) {
  save(dataDir, { ...readSecrets(dataDir), ...changes });
}

/** Makes the file of the master key when it is missing, and says whether it did. */
export function makeMasterKey(file: string): boolean {
  if (existsSync(file)) return false;
  mkdirSync(path.dirname(file), { recursive: true });
  writeWhole(file, `${randomBytes(32).toString("base64")}\n`);
  return true;
}

const fileIn = (dataDir: string) => path.join(dataDir, "secrets.json");
const random = () => randomBytes(32).toString("base64url");
const save = (dataDir: string, secrets: Secrets) =>
  writeWhole(fileIn(dataDir), `${JSON.stringify(secrets, null, 2)}\n`);

function writeWhole(file: string, text: string) {
  const half = `${file}.unfinished`;
  writeFileSync(half, text, { mode: 0o600, flush: true });
  renameSync(half, file);
}
