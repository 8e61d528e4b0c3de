import { randomBytes } from "node:crypto";
import pino from "pino";

/** What could say anything about a person's health, or open a door. */
const secret = [
  "password",
  "token",
  "code",
  "cookie",
  "authorization",
  "handle",
  "text",
  "body",
  "sealed",
  "values",
  "email",
  "to",
  "subject",
];

export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: secret.flatMap((name) => [name, `*.${name}`]), censor: "[left out]" },
});

/** Logs an unexpected error and answers the short id under which it stands in the log, to show in place of its message. */
export function fault(error: unknown): string {
  const id = randomBytes(4).toString("hex");
  log.error({ fault: id, ...traits(error) }, "fault");
  return id;
}

/** An error's message may quote what somebody typed, so only its kind and where it arose are kept. */
function traits(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, digest, sqlState } = error as Error & { code?: unknown; digest?: unknown; sqlState?: unknown };
  const places = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return { kind: error.name, code, digest, sqlState, at: places?.map((line) => line.trim()) };
}
