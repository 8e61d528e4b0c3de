import "server-only";
import { now } from "./clock";
import { type About, newId } from "./db";
import { env } from "./env";
import { clientFor, type Db, transaction } from "./prisma";

export type { Db } from "./prisma";

/** Who works without a person: `accounts` for sign-in, invitations, resets and set-up, `worker` for jobs. Each has its own narrow grants. */
type System = "accounts" | "worker";

const urlOf = { accounts: () => env().ACCOUNTS_DATABASE_URL, worker: () => env().WORKER_DATABASE_URL };

/** One transaction as a system actor. Only `lib/core` and `lib/accounts` may import this. */
export function system<T>(name: System, work: (db: Db) => Promise<T>): Promise<T> {
  return transaction(clientFor(urlOf[name]()), work);
}

/** The audit entry of what a system actor did; `actorId` where it is known who was at the keyboard. */
export async function logSystem(
  db: Db,
  verb: string,
  entry: Omit<About, "onceKey"> & {
    clinicId: string;
    actorId?: string;
    role?: "admin" | "therapist" | "patient" | "companion";
  },
): Promise<void> {
  await db.auditEntry.createMany({ data: { id: newId(), at: now(), system: "accounts", verb, ...entry } });
}
