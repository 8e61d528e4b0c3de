import { now } from "@/lib/core/clock";
import { wrapNewKey } from "@/lib/core/crypto";
import { newId } from "@/lib/core/db";
import type { Db } from "@/lib/core/system";
import type { Role } from "@/prisma/generated/enums";

export type NewClinic = {
  name: string;
  timeZone: string;
  phone?: string;
  crisisText?: string;
  isDemonstration?: boolean;
};

/** A clinic with its data key. Answers with its id. Runs as the accounts system, in the caller's transaction. */
export async function foundClinic(db: Db, input: NewClinic): Promise<string> {
  const clinicId = newId();
  await db.clinic.create({ data: { id: clinicId, createdAt: now(), ...input } });
  await db.clinicKey.create({ data: { clinicId, ...wrapNewKey(clinicId) } });
  return clinicId;
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
