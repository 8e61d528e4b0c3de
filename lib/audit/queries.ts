import { dayBounds, fromLocal } from "@/lib/core/clock";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { cutPage, olderFirst, type Place, pageSize } from "@/lib/core/pages";
import type { Prisma } from "@/prisma/generated/client";
import { outcomes, signInVerbs, verbsIn } from "./rules";
import type { AuditFilter, SignInFilter } from "./schema";

const name = { select: { id: true, name: true, role: true } };
const entry = {
  id: true,
  at: true,
  role: true,
  system: true,
  verb: true,
  subject: true,
  subjectId: true,
  actor: name,
  patient: name,
};

/** Who did what, when, and on whose record, the newest first. Days are those of the zone. */
export async function listAuditEntries(db: Db, filter: AuditFilter, place: Place, zone: string, size = pageSize) {
  const { where, orderBy } = olderFirst("at", place, await rowAt(db, place));
  const rows = await db.auditEntry.findMany({
    where: { AND: [where, conditions(filter, zone)] },
    orderBy,
    select: entry,
    take: size + 1,
  });
  return cutPage(await withPeople(db, rows), place, size);
}

/** Sign-ins that succeeded, failed and ended, the newest first. */
export async function listSignInActivity(db: Db, { who, outcome }: SignInFilter, place: Place) {
  const { where, orderBy } = olderFirst("at", place, await rowAt(db, place));
  const rows = await db.auditEntry.findMany({
    where: {
      AND: [
        where,
        { verb: { in: outcome ? [...outcomes[outcome].verbs] : signInVerbs } },
        who ? await signedInAs(db, who) : {},
      ],
    },
    orderBy,
    select: entry,
    take: pageSize + 1,
  });
  return cutPage(await withPeople(db, rows), place);
}

/** What somebody did, and what was tried on their account without getting in. */
async function signedInAs(db: Db, who: string): Promise<Prisma.AuditEntryWhereInput> {
  const people = await db.person.findMany({ where: person(who), select: { accountId: true }, take: 500 });
  const accounts = people.map(({ accountId }) => accountId);
  return { OR: [{ actor: person(who) }, { subject: "account", subjectId: { in: accounts } }] };
}

type Entry = { subject: string | null; subjectId: string | null; actor: { id: string; name: string } | null };

/** Adds whom an entry is about: the person, or whose account it is where nobody was signed in. */
async function withPeople<Row extends Entry>(db: Db, rows: Row[]) {
  const idsOf = (subject: string) =>
    rows.flatMap((row) => (row.subject === subject && row.subjectId ? [row.subjectId] : []));
  const people = await db.person.findMany({
    where: { OR: [{ accountId: { in: idsOf("account") } }, { id: { in: idsOf("person") } }] },
    select: { id: true, name: true, accountId: true },
  });
  return rows.map((row) => {
    const about = people.find(({ id, accountId }) => row.subjectId === (row.subject === "account" ? accountId : id));
    return { ...row, about: about && { id: about.id, name: about.name } };
  });
}

const rowAt = (db: Db, { after, before }: Place) => {
  const id = after ?? before;
  return id ? db.auditEntry.findUnique({ where: { id }, select: { id: true, at: true } }) : Promise.resolve(null);
};

function conditions({ by, record, group, from, until }: AuditFilter, zone: string): Prisma.AuditEntryWhereInput {
  return {
    ...(by && { actor: person(by) }),
    ...(record && { patient: person(record) }),
    ...(group && { verb: { in: verbsIn(group) } }),
    at: {
      ...(from && { gte: dayBounds(fromLocal(`${from}T12:00`, zone), zone).start }),
      ...(until && { lt: dayBounds(fromLocal(`${until}T12:00`, zone), zone).end }),
    },
  };
}

const person = (who: string): Prisma.PersonWhereInput =>
  isId(who) ? { id: who } : { name: { contains: who, mode: "insensitive" } };
