import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/prisma/generated/client";
import { asksOnce } from "./asked-once";
import { openPool } from "./connection";
import { DatabaseFault, withoutValues } from "./errors";

export type Db = Prisma.TransactionClient;
export type Sql = Prisma.Sql;
/** Parts of a statement with their values apart from it, for `$queryRaw`. */
export const { sql, join: joinSql } = Prisma;

const clients = globalThis as { portalClients?: Map<string, PrismaClient> };

/** One pool for each login role in a process. */
export function clientFor(url: string): PrismaClient {
  clients.portalClients ??= new Map();
  const existing = clients.portalClients.get(url);
  if (existing) return existing;
  const client = asksOnce(
    new PrismaClient({
      adapter: new PrismaPg(openPool(url, { max: 10 }), { disposeExternalPool: true }),
      errorFormat: "minimal",
    }),
  );
  clients.portalClients.set(url, client);
  return client;
}

export async function closeClients(): Promise<void> {
  await Promise.all([...(clients.portalClients?.values() ?? [])].map((client) => client.$disconnect()));
  clients.portalClients?.clear();
}

const tries = 4;

/** One transaction, run again when it lost a race with another (40001, 40P01). */
export async function transaction<T>(client: PrismaClient, work: (db: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
    } catch (error) {
      const fault = withoutValues(error);
      if (attempt < tries && lostRace(fault)) continue;
      throw fault;
    }
  }
}

const lostRace = (error: unknown) =>
  error instanceof DatabaseFault &&
  (error.code === "P2034" || error.sqlState === "40001" || error.sqlState === "40P01");
