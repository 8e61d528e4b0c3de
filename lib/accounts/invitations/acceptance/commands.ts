import { now } from "@/lib/core/clock";
import { sha256 } from "@/lib/core/crypto";
import { DomainError } from "@/lib/core/errors";
import { type Db, logSystem, system } from "@/lib/core/system";
import type { Role } from "@/prisma/generated/enums";
import { sendRoomAdded } from "../../mail";
import { hashPassword, isPassword } from "../../passwords/gateway";
import { reasonNotToUse } from "../../passwords/rules";
import { addPerson } from "../../people/commands";
import { requireSamePassword, startSignIn } from "../../signIns/commands";
import type { Visit } from "../../signIns/gateway";
import { takeTurn } from "../../throttle/commands";
import { limits } from "../../throttle/rules";
import type { AcceptKnownInput, AcceptNewInput } from "../schema";

type Accepted = { handle: string; role: Role; email: string };
type Profile = { name: string; pronouns: string; timeZone: string };
type Invitation = Awaited<ReturnType<typeof findOpen>>;

/** Accepts an invitation with a new account, and signs in. */
export async function acceptAsNew(input: AcceptNewInput, visit: Visit): Promise<Accepted> {
  const invitation = await findOpen(input.token, visit);
  requirePromise(invitation, input.confidential);
  const reason = reasonNotToUse(input.newPassword, [
    invitation.email,
    invitation.clinic.name,
    invitation.name,
    input.name,
  ]);
  if (reason) throw new DomainError("invalid", reason, { field: "newPassword" });
  const passwordHash = await hashPassword(input.newPassword);
  return system("accounts", async (db) => {
    await claim(db, input.token);
    if (await db.account.findUnique({ where: { email: invitation.email }, select: { id: true } })) {
      throw new DomainError("conflict", "This address has an account meanwhile. Open the link again to use it.");
    }
    return enter(db, invitation, input, visit, passwordHash);
  });
}

/** Accepts an invitation with the account that its address already has: its password is asked, and it gains a room. */
export async function acceptAsKnown(input: AcceptKnownInput, visit: Visit): Promise<Accepted> {
  const invitation = await findOpen(input.token, visit);
  requirePromise(invitation, input.confidential);
  await takeTurn([{ limit: limits.signInHere, key: `${sha256(input.token)}:${invitation.email}` }]);
  const account = await system("accounts", (db) => db.account.findUnique({ where: { email: invitation.email } }));
  if (!account || !(await isPassword(input.password, account.passwordHash))) {
    throw new DomainError("invalid", "This is not the password of your account.", { field: "password" });
  }
  return system("accounts", async (db) => {
    await claim(db, input.token);
    await requireSamePassword(db, account);
    const before = await db.person.findFirst({
      where: { accountId: account.id },
      orderBy: [{ lastSignInAt: { sort: "desc", nulls: "last" } }],
    });
    const { name } = invitation;
    const profile = before ?? { name, pronouns: "", timeZone: invitation.clinic.timeZone };
    const accepted = await enter(
      db,
      invitation,
      { ...profile, name: ownName(invitation, before) },
      visit,
      account.passwordHash,
    );
    await sendRoomAdded(db, { ...invitation, clinicName: invitation.clinic.name });
    return accepted;
  });
}

/** Staff sign with the name that the admin gave; others are called as they asked to be. */
const ownName = ({ role, name }: Invitation, before: { name: string } | null) =>
  role === "admin" || role === "therapist" ? name : (before?.name ?? name);

/** A link that is right has turns of its own, so that nobody's wrong ones use them up. */
async function findOpen(token: string, { address }: Visit) {
  const found = await system("accounts", async (db) => {
    const row = await db.invitation.findFirst({ where: openWith(token), omit: { tokenHash: true } });
    return row && { ...row, clinic: await db.clinic.findUniqueOrThrow({ where: { id: row.clinicId } }) };
  });
  await takeTurn([{ limit: limits.link, key: found ? sha256(token) : address }]);
  if (!found) throw linkEnded();
  return found;
}

const openWith = (token: string) => ({
  tokenHash: sha256(token),
  acceptedAt: null,
  revokedAt: null,
  expiresAt: { gt: now() },
});

/** The one guarded update that uses up the link. Of several at once, one wins. */
async function claim(db: Db, token: string) {
  const { count } = await db.invitation.updateMany({ where: openWith(token), data: { acceptedAt: now() } });
  if (count === 0) throw linkEnded();
}

const linkEnded = () =>
  new DomainError("conflict", "This invitation has been used, has ended or was taken back. Ask for a new one.");

function requirePromise({ role }: Invitation, confidential?: "on") {
  if (role !== "companion" || confidential) return;
  throw new DomainError("invalid", "Say that you will keep to this before you go on.", { field: "confidential" });
}

async function enter(db: Db, invitation: Invitation, profile: Profile, visit: Visit, passwordHash: string) {
  const { id, clinicId, email, role } = invitation;
  const personId = (await findSame(db, invitation)) ?? (await join(db, invitation, profile, passwordHash));
  await db.invitation.update({ where: { id }, data: { acceptedById: personId }, select: { id: true } });
  const patientId = await takeUp(db, invitation, personId);
  const who = { clinicId, actorId: personId, role };
  await logSystem(db, "invitation.accept", { ...who, patientId, subject: "invitation", subjectId: id });
  const handle = await startSignIn(db, personId, visit.device);
  await logSystem(db, "signIn.start", who);
  return { handle, role, email };
}

/** A companion of one patient may become the companion of another; for every other role, once is enough. */
async function findSame(db: Db, { clinicId, email, role, grantId }: Invitation): Promise<string | undefined> {
  const same = await db.person.findFirst({ where: { clinicId, role, account: { email } } });
  if (!same) return undefined;
  if (same.deactivatedAt) throw new DomainError("conflict", "Your access here was closed. Ask the clinic about it.");
  if (!grantId) throw new DomainError("conflict", "You have this access already. Sign in with your address.");
  return same.id;
}

async function join(db: Db, invitation: Invitation, profile: Profile, passwordHash: string) {
  const { clinicId, email, role, credentials, name: fullName } = invitation;
  const { name, pronouns, timeZone } = profile;
  const person = { clinicId, email, role, credentials, fullName, name, pronouns, timeZone };
  return (await addPerson(db, person, passwordHash)).personId;
}

/** What the invitation was for: a companion's access, or a place with a therapist. Answers whose record it touches. */
async function takeUp(db: Db, { grantId, therapistId, role, ...invitation }: Invitation, personId: string) {
  if (grantId) {
    const [taken] = await db.$queryRaw<{ patientId: string | null }[]>`
      select accept_grant(${grantId}::uuid, ${personId}::uuid, ${now()}) as "patientId"`;
    if (!taken?.patientId) throw linkEnded();
    await refuseOneself(db, taken.patientId, personId);
    return taken.patientId;
  }
  if (role !== "patient" || !therapistId) return undefined;
  const active = { id: therapistId, role: "therapist", deactivatedAt: null } as const;
  if (await db.person.findFirst({ where: active, select: { id: true } })) {
    const { clinicId, createdById: addedById } = invitation;
    await db.careTeamMember.createMany({
      data: { clinicId, patientId: personId, therapistId, from: now(), addedById },
    });
  }
  return personId;
}

async function refuseOneself(db: Db, patientId: string, personId: string) {
  const people = await db.person.findMany({
    where: { id: { in: [patientId, personId] } },
    select: { accountId: true },
  });
  if (new Set(people.map(({ accountId }) => accountId)).size === 2) return;
  throw new DomainError("conflict", "This invitation is meant for somebody else: it came from your own account.");
}
