import { hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type AddressError, readAddress } from "./address";
import { reasonNotAnAddress } from "./origins";

const url = (...schemes: string[]) =>
  z.string().superRefine((text, context) => {
    const message = reasonNotAnAddress(text, schemes);
    if (message) context.addIssue({ code: "custom", message, continue: false });
  });
const database = z.string().superRefine((text, context) => {
  try {
    readAddress(text);
  } catch (error) {
    context.addIssue((error as AddressError).message);
  }
});
const origin = url("http", "https")
  .refine((text) => new URL(text).href === `${new URL(text).origin}/`, {
    message: "must be an origin without a path, such as https://portal.example.org",
  })
  .transform((text) => new URL(text).origin);
const port = z
  .string()
  .regex(/^\d+$/, { message: "must be a number" })
  .transform(Number)
  .refine((number) => number > 0 && number < 65_536, { message: "must be between 1 and 65535" });
const key = z.string().refine((text) => Buffer.from(text, "base64").length === 32, {
  message: "must be 32 bytes in base64, as `openssl rand -base64 32` prints them",
});

/** What a clinic may set, in the environment or in a file `.env`. */
const settings = {
  PORT: port.default(3000),
  HOST: z.string().default("localhost"),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: database.optional(),
  DATABASE_OWNER_URL: database.optional(),
  APP_ORIGIN: origin.optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^\d$/, { message: "must say how many proxies stand in front of the portal: 0, 1, 2 and so on" })
    .transform(Number)
    .optional(),
  PORTAL_SECRET: z.string().min(32, { message: "must have at least 32 characters" }).optional(),
  MASTER_KEY: key.optional(),
  MASTER_KEY_FILE: z.string().optional(),
  SMTP_URL: url("smtp", "smtps").optional(),
  MAIL_FROM: z.string().default("Threshold <no-reply@localhost>"),
  DEMO_PASSWORD: z.string().min(8, { message: "must have at least 8 characters" }).optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], { message: "must be debug, info, warn, error or silent" })
    .default("info"),
};

/** What the start script adds for the server. */
const server = {
  APP_ORIGIN: origin,
  PORTAL_SECRET: z.string().min(32),
  APP_DATABASE_URL: database,
  ACCOUNTS_DATABASE_URL: database,
  WORKER_DATABASE_URL: database,
  SETUP_CODE_HASH: z.string().optional(),
};

const settingsSchema = z.object(settings);
const envSchema = z.object({ ...settings, ...server });
export type Settings = z.infer<typeof settingsSchema>;
export type Env = z.infer<typeof envSchema>;

type Source = Record<string, string | undefined>;

/** Reads the settings, or throws an error whose message has one line for each variable that is wrong. */
export const readSettings = (source: Source = process.env): Settings => parse(settingsSchema, source);

let cached: Env | undefined;

/** The server's environment, read on first use: building the portal needs none. */
export function env(): Env {
  cached ??= parse(envSchema, process.env);
  return cached;
}

/** How many proxies of one's own stand between the portal and people: one where the address is https, unless it is said. */
export const proxiesInFront = (origin: string, { TRUST_PROXY }: Pick<Settings, "TRUST_PROXY"> = readSettings()) =>
  TRUST_PROXY ?? (origin.startsWith("https:") ? 1 : 0);

class SettingsError extends Error {
  override name = "Stop";
}

function parse<T>(schema: z.ZodType<T>, source: Source): T {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path: [name], message }) =>
    given[String(name)] === undefined ? `  ${String(name)} is missing` : `  ${String(name)} ${message}`,
  );
  throw new SettingsError(`These settings need a correction (see .env.example):\n${lines.join("\n")}`);
}

/** The key that wraps each clinic's data key: 32 bytes, from MASTER_KEY or else the key file. */
export function masterKey(): Buffer {
  const { MASTER_KEY } = env();
  return Buffer.from(
    MASTER_KEY ?? key.parse(readFileSync(/* turbopackIgnore: true */ masterKeyFile(env()), "utf8").trim()),
    "base64",
  );
}

export const masterKeyFile = (from: Pick<Settings, "DATA_DIR" | "MASTER_KEY_FILE">) =>
  path.resolve(/* turbopackIgnore: true */ from.MASTER_KEY_FILE ?? path.join(from.DATA_DIR, "master.key"));

/** One secret for one purpose out of PORTAL_SECRET: 32 bytes, the same on every instance. */
export const deriveSecret = (portalSecret: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", portalSecret, "threshold", purpose, 32));
