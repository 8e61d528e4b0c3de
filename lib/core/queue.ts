import type { Db } from "./prisma";

export type Job = {
  mail: { id: string };
  seal: Record<string, never>;
  /** Bound under the sign-in of the one who asked. */
  book: { id: string; handleHash: string };
};

/** Adds a job in the caller's transaction. A job with the same key that has not begun is replaced, so asking twice runs it once. */
export async function enqueue<T extends keyof Job>(db: Db, task: T, payload: Job[T], key: string): Promise<void> {
  await db.$executeRaw`select enqueue(${task}, ${JSON.stringify(payload)}::json, ${key})`;
}
