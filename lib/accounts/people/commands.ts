import { listOpenPatients } from "@/lib/careTeams/queries";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { wrapNewKey } from "@/lib/core/crypto";
import { type Audit, newId, write } from "@/lib/core/db";
import { DomainError, found, orRefuse } from "@/lib/core/errors";
import type { Db } from "@/lib/core/system";
import type { Role } from "@/prisma/generated/enums";
import { countRowsOfRole } from "./queries";
import { reasonsNotToChangeRole, reasonsNotToDeactivate } from "./rules";
import type { ChangeRoleInput, EditPersonInput } from "./schema";

export type NewClinic = {
  name: string;
  timeZone: string;
  phone?: string;
  crisisText?: string;
  isDemonstration?: boolean;
};

/** A clinic with its data key. Answers with its id. Runs as the accounts system, in the caller's transaction. */
export async function foundClinic(db: Db, input: NewClinic): Promise<string> {
  await refuseMixing(db, input.isDemonstration ?? false);
  const clinicId = newId();
  await db.clinic.create({ data: { id: clinicId, createdAt: now(), ...input } });
  await db.clinicKey.create({ data: { clinicId, ...wrapNewKey(clinicId) } });
  return clinicId;
}

/** Made-up people and real ones never share a database, even when both are begun at the same moment. */
async function refuseMixing(db: Db, isDemonstration: boolean) {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('threshold-found-clinic'))`;
  const other = await db.clinic.findFirst({ where: { isDemonstration: !isDemonstration }, select: { id: true } });
  if (other) throw new DomainError("conflict", "A demonstration and a real clinic cannot share one portal.");
}

export type NewPerson = {
  clinicId: string;
  role: Role;
  email: string;
  name: string;
  fullName?: string;
  credentials?: string;
  pronouns?: string;
  phone?: string;
  timeZone: string;
};

/** A person in a clinic, on the account of that address, which is made with the given hash when there is none yet. */
export async function addPerson(db: Db, { email, fullName, phone, ...person }: NewPerson, passwordHash: string) {
  const at = now();
  const account =
    (await db.account.findUnique({ where: { email }, select: { id: true } })) ??
    (await db.account.create({
      data: { email, passwordHash, passwordChangedAt: at, createdAt: at },
      select: { id: true },
    }));
  const { id } = await db.person.create({
    data: { ...person, accountId: account.id, createdAt: at },
    select: { id: true },
  });
  await db.contact.create({
    data: { personId: id, clinicId: person.clinicId, email, phone: phone ?? "", fullName: fullName || person.name },
  });
  return { personId: id, accountId: account.id };
}

/** Changes what somebody is called and how to reach them. Credentials are a therapist's. */
export function editPerson(actor: Actor, input: EditPersonInput): Promise<string> {
  return write(actor, "person.edit", async (db, audit) => {
    const person = await findRole(db, input.personId);
    const credentials = person.role === "therapist" ? { credentials: input.credentials } : {};
    const { count } = await db.person.updateMany({
      where: { id: person.id, version: input.version },
      data: { name: input.name, ...credentials, version: { increment: 1 } },
    });
    if (count === 0) throw await changedMeanwhile(db, person.id);
    const contact = { fullName: input.fullName || input.name, phone: input.phone };
    await db.contact.updateMany({ where: { personId: person.id }, data: contact });
    about(audit, person);
    return person.id;
  });
}

/** Gives somebody another role, while nothing stands on the one they have. It ends their sign-ins. */
export function changeRole(actor: Actor, { personId, role, credentials }: ChangeRoleInput): Promise<string> {
  return write(actor, "person.changeRole", async (db, audit) => {
    const person = await findRole(db, personId);
    if (person.role === role) throw new DomainError("invalid", "Choose another role.", { field: "role" });
    refuseFor(reasonsNotToChangeRole(standing(actor, person), await countRowsOfRole(db, personId)));
    const data = { role, credentials: role === "therapist" ? credentials : "", version: { increment: 1 } };
    const { count } = await orRefuse(
      keepsAnAdmin(db.person.updateMany({ where: { id: personId, role: person.role }, data })),
      "23505",
      "This address already has that role here. One sign-in opens both.",
      "role",
    );
    if (count === 0) throw new DomainError("conflict", "This was changed meanwhile. Look again.");
    audit({ subject: "person", subjectId: personId, detail: { from: person.role, to: role } });
    return personId;
  });
}

/** Ends somebody's access at once. Refused until a therapist's patients and planned sessions are in other hands. */
export function deactivatePerson(actor: Actor, personId: string): Promise<string> {
  return write(actor, "person.deactivate", async (db, audit) => {
    const person = await findRole(db, personId);
    refuseFor(reasonsNotToDeactivate(standing(actor, person), { patients: 0, sessions: 0 }));
    const data = { deactivatedAt: now(), version: { increment: 1 } };
    const { count } = await keepsAnAdmin(db.person.updateMany({ where: { id: personId, deactivatedAt: null }, data }));
    if (count === 0) throw new DomainError("conflict", `${person.name} is deactivated already.`);
    // Looked at only now: the row is locked, so nobody can be given to them any more.
    const open = await listOpenPatients(db, personId);
    const sessions = open.reduce((sum, each) => sum + each.sessions.length, 0);
    refuseFor(reasonsNotToDeactivate({ isSelf: false }, { patients: open.length, sessions }));
    about(audit, person);
    return personId;
  });
}

/** Lets somebody in again, in the role they had. */
export function reactivatePerson(actor: Actor, personId: string): Promise<string> {
  return write(actor, "person.reactivate", async (db, audit) => {
    const person = await findRole(db, personId);
    const { count } = await db.person.updateMany({
      where: { id: personId, deactivatedAt: { not: null } },
      data: { deactivatedAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("conflict", `${person.name} is active already.`);
    about(audit, person);
    return personId;
  });
}

type Found = { id: string; role: Role; name: string };

const findRole = async (db: Db, id: string): Promise<Found> =>
  found(await db.person.findUnique({ where: { id }, select: { id: true, role: true, name: true } }));

const standing = (actor: Actor, person: Found) => ({ isSelf: person.id === actor.personId });

function refuseFor(reasons: string[]) {
  if (reasons.length) throw new DomainError("refused", reasons.join(" "));
}

/** Two admins who remove each other at once: the database lets one of them win. */
const keepsAnAdmin = <T>(work: Promise<T>) =>
  orRefuse(
    orRefuse(work, "23514", "A clinic keeps one active admin. Make an admin of somebody else first."),
    "42501",
    "You are no longer an admin here.",
  );

function about(audit: Audit, { id, role }: Found) {
  audit({ subject: "person", subjectId: id, ...(role === "patient" && { patientId: id }) });
}

async function changedMeanwhile(db: Db, id: string) {
  const theirs = await db.person.findUnique({
    where: { id },
    select: { name: true, credentials: true, version: true, contact: { select: { fullName: true, phone: true } } },
  });
  const { contact, version, ...person } = found(theirs);
  return new DomainError("conflict", "Their details were changed meanwhile. Compare, and save what is right.", {
    current: { ...person, fullName: contact?.fullName ?? "", phone: contact?.phone ?? "", version: String(version) },
  });
}
