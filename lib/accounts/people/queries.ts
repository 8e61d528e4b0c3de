import { type Db, joinSql, type Sql, sql } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { cutPage, type Page, type Place, pageSize } from "@/lib/core/pages";
import type { Role } from "@/prisma/generated/enums";
import type { RowsOfRole } from "./rules";
import type { AccountFilter } from "./schema";

export type AccountRow = {
  kind: "person" | "invitation";
  id: string;
  name: string;
  email: string;
  role: Role;
  credentials: string;
  lastSignInAt: Date | null;
  deactivatedAt: Date | null;
  /** Of an invitation. */
  expiresAt: Date | null;
};

/** People and open invitations in one list, by name. */
export async function listAccounts(db: Db, filter: AccountFilter, place: Place): Promise<Page<AccountRow>> {
  const order = place.before ? sql`"name" desc, "id" desc` : sql`"name", "id"`;
  const rows = await db.$queryRaw<AccountRow[]>`
    (select 'person' as "kind", p."id", p."name", c."email", p."role", p."credentials", p."lastSignInAt", p."deactivatedAt",
      null::timestamptz as "expiresAt"
     from "Person" p join "Contact" c on c."personId" = p."id" where ${peopleIn(filter, place)}
     order by ${order} limit ${pageSize + 1})
    union all
    (select 'invitation', i."id", i."name", i."email", i."role", i."credentials", null, null, i."expiresAt"
     from "Invitation" i where ${invitationsIn(filter, place)}
     order by ${order} limit ${pageSize + 1})
    order by ${order} limit ${pageSize + 1}`;
  return cutPage(rows, place);
}

function peopleIn({ q, role, state }: AccountFilter, place: Place) {
  const conditions = [beyond("p", place)];
  if (q) conditions.push(matches(q, sql`p."name"`, sql`c."email"`, sql`c."fullName"`));
  if (role) conditions.push(sql`p."role" = ${role}::"Role"`);
  if (state === "active") conditions.push(sql`p."deactivatedAt" is null`);
  if (state === "deactivated") conditions.push(sql`p."deactivatedAt" is not null`);
  if (state === "invited") conditions.push(sql`false`);
  return joinSql(conditions, " and ");
}

function invitationsIn({ q, role, state }: AccountFilter, place: Place) {
  const conditions = [beyond("i", place), sql`i."acceptedAt" is null and i."revokedAt" is null`];
  if (q) conditions.push(matches(q, sql`i."name"`, sql`i."email"`));
  if (role) conditions.push(sql`i."role" = ${role}::"Role"`);
  if (state === "active" || state === "deactivated") conditions.push(sql`false`);
  return joinSql(conditions, " and ");
}

function matches(q: string, ...columns: Sql[]) {
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(${joinSql(
    columns.map((column) => sql`${column} ilike ${pattern}`),
    " or ",
  )})`;
}

function beyond(table: "p" | "i", { after, before }: Place) {
  const id = after ?? before;
  if (!id) return sql`true`;
  const row = table === "p" ? sql`(p."name", p."id")` : sql`(i."name", i."id")`;
  const than = before && !after ? sql`<` : sql`>`;
  return sql`${row} ${than} (select x."name", x."id" from
    (select "name", "id" from "Person" union all select "name", "id" from "Invitation") x where x."id" = ${id}::uuid)`;
}

export async function countAccounts(db: Db): Promise<{ people: number; waiting: number }> {
  const people = await db.person.count({ where: { deactivatedAt: null } });
  const waiting = await db.invitation.count({ where: { acceptedAt: null, revokedAt: null } });
  return { people, waiting };
}

const contact = { select: { email: true, phone: true, fullName: true } };

/** One person, as an admin sees them. */
export const findPerson = (db: Db, id: string) =>
  db.person.findUnique({ where: { id }, omit: { accountId: true, clinicId: true }, include: { contact } });

/** An invitation, with the names of who sent it and of who will treat an invited patient. */
export async function findInvitation(db: Db, id: string) {
  const invitation = await db.invitation.findUnique({ where: { id }, omit: { tokenHash: true, clinicId: true } });
  if (!invitation) return null;
  const { createdById, therapistId } = invitation;
  const people = await db.person.findMany({
    where: { id: { in: [createdById, therapistId ?? createdById] } },
    select: { id: true, name: true },
  });
  const nameOf = (personId: string | null) => people.find((person) => person.id === personId)?.name;
  return { ...invitation, createdBy: nameOf(createdById), therapist: nameOf(therapistId) };
}

/** Active therapists, to choose from. */
export const listTherapists = (db: Db) =>
  db.person.findMany({
    where: { role: "therapist", deactivatedAt: null },
    select: { id: true, name: true, credentials: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });

/** How many rows stand on the role that a person has. Only an admin learns it. */
export const countRowsOfRole = (db: Db, personId: string) =>
  db.$queryRaw<RowsOfRole>`select "sort", "number" from rows_of_role(${personId}::uuid)`;

/** What to show in a field for names that was filled with an id: the name. Anything else stays as it is. */
export async function findName(db: Db, text: string): Promise<string> {
  if (!isId(text)) return text;
  return (await db.person.findUnique({ where: { id: text }, select: { name: true } }))?.name ?? "";
}
