import { hash } from "@node-rs/argon2";
import { addPerson, foundClinic, type NewClinic, type NewPerson } from "@/lib/accounts/people/commands";
import { startSignIn } from "@/lib/accounts/signIns/commands";
import type { Actor, Role } from "@/lib/core/actor";
import { findSignedIn } from "@/lib/core/auth";
import { newId } from "@/lib/core/db";
import { system } from "@/lib/core/system";

/** A quick hash for people who are made, not invited. Signing in replaces it by one of full strength. */
const quickly = { memoryCost: 1024, timeCost: 1, parallelism: 1 };
export const hashQuickly = (password: string) => hash(password, quickly);

/** A clinic with its first admin, who is signed in. */
export async function makeClinic(input: Partial<NewClinic> = {}, admin: Parameters<typeof makePerson>[2] = {}) {
  const clinicId = await system("accounts", (db) =>
    foundClinic(db, { name: "Riverbend Clinic", timeZone: "America/New_York", phone: "555 0100", ...input }),
  );
  return { clinicId, admin: await makePerson(clinicId, "admin", { name: "Robin Vale", ...admin }) };
}

/** Somebody who is signed in, in one role. Answers with the actor. */
export async function makePerson(
  clinicId: string,
  role: Role,
  input: Partial<NewPerson> & { passwordHash?: string } = {},
): Promise<Actor> {
  const { passwordHash = "!", ...person } = input;
  const { personId } = await system("accounts", (db) =>
    addPerson(
      db,
      { clinicId, role, email: `${newId()}@people.test`, name: `A ${role}`, timeZone: "America/New_York", ...person },
      passwordHash,
    ),
  );
  return signedIn(personId);
}

/** The actor of somebody who signs in now. */
export async function signedIn(personId: string, device = "Factory"): Promise<Actor> {
  const handle = await system("accounts", (db) => startSignIn(db, personId, device));
  const actor = await findSignedIn(handle);
  if (!actor) throw new Error("Nobody can sign in who is not active");
  return actor;
}
