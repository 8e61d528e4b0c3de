import { v7 as uuid } from "uuid";
import type { Actor } from "./actor";
import { askingAnew } from "./asked-once";
import { now } from "./clock";
import { env } from "./env";
import { DomainError } from "./errors";
import { may, type Verb } from "./permissions";
import { clientFor, type Db, transaction } from "./prisma";
import { readAs } from "./reading";

export type { Db, Sql } from "./prisma";
export { joinSql, sql } from "./prisma";

/** Whose record a write touched and what in it. `detail` is metadata alone, never a word that somebody wrote. */
export type About = {
  patientId?: string;
  subject?: string;
  subjectId?: string;
  detail?: Record<string, string | number | boolean>;
  onceKey?: string;
};
export type Audit = (about: About) => void;

/** A new id: UUID v7, for rows whose id must be known before they are stored. */
export const newId = (): string => uuid();

/**
 * The door for reading: a read-only transaction, one for each request, in which the database shows what this person may see.
 * @throws DomainError `not-found` when their sign-in has ended.
 */
export const read = <T>({ handleHash }: Pick<Actor, "handleHash">, work: (db: Db) => Promise<T>): Promise<T> =>
  readAs(handleHash, work);

/**
 * The door for writing: checks the verb, and stores the change, its audit entry and the form's key in one transaction. Returns what
 * the work returns; it says whose record that is by calling `audit`. The work may run again after a lost race, so it assigns nothing
 * outside of itself. Under a form key it returns an id or nothing: a key that was stored before runs nothing and returns the first id.
 * @throws DomainError `refused` when the role may not do this, or the sign-in has ended.
 */
export async function write<T>(actor: Actor, verb: Verb, work: (db: Db, audit: Audit) => Promise<T>): Promise<T> {
  if (!may(actor, verb)) throw new DomainError("refused", "This is not open to you.");
  const key = actor.formKey;
  if (key) spend(actor, verb);
  const once = async (db: Db) => {
    const entered = await db.$queryRaw<unknown[]>`select 1 from enter(${actor.handleHash})`;
    if (entered.length === 0)
      throw new DomainError("refused", "Your sign-in has ended. Sign in again, and do this once more.");
    const before = key && (await claim(db, actor, key, verb));
    if (before) return before.resultId as T;
    let about: About = {};
    const result = await work(db, (entry) => {
      about = { ...about, ...entry };
    });
    await log(db, actor, verb, about);
    if (key && typeof result === "string") await keepResult(db, actor, key, verb, result);
    else if (key && result !== undefined) throw new Error(`${verb} returns more than an id under a form's key`);
    return result;
  };
  return askingAnew(() => transaction(clientFor(env().APP_DATABASE_URL), once));
}

/** Logs that a record is opened, by one statement beside the transaction that reads. Null where there is no such patient for this person. */
export async function logOpening(actor: Actor, patientId: string, onceKey: string): Promise<string | null> {
  if (!may(actor, "record.open")) throw new DomainError("refused", "This is not open to you.");
  const [row] = await clientFor(env().APP_DATABASE_URL).$queryRaw<{ id: string | null }[]>`
    select open_record(${actor.handleHash}, ${patientId}::uuid, ${newId()}::uuid, ${onceKey}, ${now()}::timestamptz) as id`;
  return row?.id ?? null;
}

const spent = new WeakMap<Actor, Set<Verb>>();

/** One form does one thing once. Doing it again under its key would be taken for a form that was sent twice, and silently left out. */
function spend(actor: Actor, verb: Verb) {
  const verbs = spent.get(actor) ?? new Set();
  if (verbs.has(verb)) throw new Error(`${verb} twice under one form's key`);
  spent.set(actor, verbs.add(verb));
}

/** For what an editor saves: the version tells a save that comes twice, so it needs no form's key. */
export const withoutKey = (actor: Actor): Actor => ({ ...actor, formKey: undefined });

async function claim(db: Db, actor: Actor, key: string, verb: Verb) {
  const row = { clinicId: actor.clinicId, personId: actor.personId, key, verb, at: now() };
  const { count } = await db.submission.createMany({ data: row, skipDuplicates: true });
  if (count === 1) return null;
  return db.submission.findUniqueOrThrow({ where: { personId_key_verb: { personId: actor.personId, key, verb } } });
}

const keepResult = (db: Db, actor: Actor, key: string, verb: Verb, resultId: string) =>
  db.submission.update({
    where: { personId_key_verb: { personId: actor.personId, key, verb } },
    data: { resultId },
    select: { key: true },
  });

async function log(db: Db, actor: Actor, verb: Verb, about: About) {
  const entry = {
    id: newId(),
    clinicId: actor.clinicId,
    at: now(),
    actorId: actor.personId,
    role: actor.role,
    verb,
    ...about,
  };
  await db.auditEntry.createMany({ data: entry, skipDuplicates: true });
}
