import { createHmac } from "node:crypto";
import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { openPool } from "@/lib/core/connection";
import { deriveSecret, env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { type Limit, waitWords } from "./rules";

type Turn = { limit: Limit; key: string };

/**
 * Counts one try in each of these limits, in the database that all instances share. The narrowest comes first: once it is
 * used up, the wider ones are spared. The answer is the same whatever stands behind the key.
 * @throws DomainError `refused` when a limit is used up.
 */
export async function takeTurn(turns: Turn[]): Promise<void> {
  for (const { limit, key } of turns) {
    const wait = await consume(limit, key);
    if (wait > 0) throw new DomainError("refused", `That was too many tries. Wait ${waitWords(wait)}, then try again.`);
  }
}

/** A try that was right: what was counted against it is forgotten. */
export async function giveBack(turns: Turn[]): Promise<void> {
  await Promise.all(turns.map(({ limit, key }) => limiter(limit).reward(hashed(limit, key), 1)));
}

/** Starts a key's count anew. */
export async function forgetTurns({ limit, key }: Turn): Promise<void> {
  await limiter(limit).delete(hashed(limit, key));
}

/** Zero, or the milliseconds to wait. */
async function consume(limit: Limit, key: string): Promise<number> {
  try {
    await limiter(limit).consume(hashed(limit, key));
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
    throw refusal;
  }
}

const kept = globalThis as { portalThrottle?: { pool: pg.Pool; limiters: Map<string, RateLimiterPostgres> } };

function limiter({ name, points, minutes }: Limit): RateLimiterPostgres {
  kept.portalThrottle ??= { pool: openCounts(), limiters: new Map() };
  const { pool, limiters } = kept.portalThrottle;
  const existing = limiters.get(name);
  if (existing) return existing;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: minutes * 60,
    clearExpiredByTimeout: name === "here",
  });
  limiters.set(name, made);
  return made;
}

const openCounts = () =>
  openPool(env().ACCOUNTS_DATABASE_URL, { max: 3, allowExitOnIdle: true, idleTimeoutMillis: 5_000 });

const hashed = ({ name }: Limit, key: string) =>
  createHmac("sha256", deriveSecret(env().PORTAL_SECRET, "throttle keys")).update(`${name}:${key}`).digest("base64url");
