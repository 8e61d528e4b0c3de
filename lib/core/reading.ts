import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";
import type { Role } from "@/prisma/generated/enums";
import { askingOnce } from "./asked-once";
import { env } from "./env";
import { DomainError } from "./errors";
import { clientFor, type Db, transaction } from "./prisma";

/** Who is acting: one person in one role in one clinic, as the sign-in's row says. */
export type SignedIn = {
  personId: string;
  accountId: string;
  clinicId: string;
  role: Role;
  signInId: string;
  handleHash: string;
  name: string;
  timeZone: string;
  passwordAt: Date;
  lastSeenAt: Date;
  endsAt: Date;
  idleMinutes: number;
  clinicName: string;
  clinicTimeZone: string;
  isDemonstration: boolean;
  otherRooms: number;
};

type Work<T> = (db: Db, signedIn: SignedIn) => Promise<T>;
type Job = { work: Work<unknown>; resolve: (value: unknown) => void; reject: (error: unknown) => void };

/**
 * What one request reads, it reads in one transaction and over one connection: the actor, what the layout needs, what the page needs.
 * React keeps the map for as long as it renders a page; outside of that, every call gets a map of its own and a transaction of its own.
 */
const readingsOfRequest = cache(() => new Map<string, Reading>());

/** Where a reading calls for another one, it is the same. */
const inside = new AsyncLocalStorage<{ db: Db; signedIn: SignedIn }>();

/**
 * Reads as whoever holds a handle. `work` runs in a read-only transaction in which the database shows what they may see.
 * @throws DomainError `not-found` when the sign-in has ended, by whatever cause and on whichever instance.
 */
export function readAs<T>(handleHash: string, work: Work<T>): Promise<T> {
  const around = inside.getStore();
  if (around?.signedIn.handleHash === handleHash) return work(around.db, around.signedIn);
  const here = readingsOfRequest();
  if (here !== readingsOfRequest()) return transact(handleHash, work);
  let reading = here.get(handleHash);
  if (!reading?.isOpen) {
    reading = new Reading(handleHash);
    here.set(handleHash, reading);
  }
  return reading.add(work);
}

const transact = <T>(handleHash: string, work: Work<T>) =>
  transaction(clientFor(env().APP_DATABASE_URL), async (db) => {
    const [found] = await db.$queryRaw<
      Omit<SignedIn, "handleHash">[]
    >`select * from enter(${handleHash}, for_reading => true)`;
    if (!found) throw new DomainError("not-found", "Your sign-in has ended.");
    const signedIn = { ...found, handleHash };
    return inside.run({ db, signedIn }, () => askingOnce(() => work(db, signedIn)));
  });

/** How long a transaction waits for the next question of its request before it ends. Its connection is never left to a slow reader. */
const patience = 20;

class Reading {
  isOpen = true;
  private wake: () => void = () => undefined;

  constructor(
    private readonly handleHash: string,
    private jobs: Job[] = [],
  ) {
    transact(handleHash, (db, signedIn) => this.serve(db, signedIn)).then(
      () => this.jobs.length > 0 && new Reading(this.handleHash, this.jobs),
      (error) => this.giveUp(error),
    );
  }

  add<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.jobs.push({ work, resolve: resolve as Job["resolve"], reject });
      this.wake();
    });
  }

  /** One after the other, as a connection answers. What fails may have ended the transaction: whoever comes after it gets a new one. */
  private async serve(db: Db, signedIn: SignedIn) {
    let failure: unknown;
    while (!failure && (this.jobs.length > 0 || (await this.isAskedInTime()))) {
      const job = this.jobs.shift() as Job;
      try {
        job.resolve(await job.work(db, signedIn));
      } catch (error) {
        failure = error;
        job.reject(error);
      }
    }
    this.isOpen = false;
  }

  private isAskedInTime(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), patience);
      this.wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  private giveUp(error: unknown) {
    this.isOpen = false;
    for (const { reject } of this.jobs.splice(0)) reject(error);
  }
}
