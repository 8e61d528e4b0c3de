import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { newToken, sha256 } from "@/lib/core/crypto";
import { DomainError, found } from "@/lib/core/errors";
import { type Db, logSystem, system } from "@/lib/core/system";
import type { Role } from "@/prisma/generated/enums";
import { hashPassword, isOutdated, isPassword } from "../passwords/gateway";
import { forgetTurns, giveBack, takeTurn } from "../throttle/commands";
import { limits } from "../throttle/rules";
import type { Visit } from "./gateway";

type Opened = { handle: string; role: Role };
type Limits = { passwordAt?: Date; endsAt?: Date };

/**
 * Signs in with address and password, into the room used last.
 * @throws DomainError `refused`, with the same words whether the account exists, the password is wrong or the person is inactive.
 */
export async function signIn(input: { email: string; password: string }, visit: Visit): Promise<Opened> {
  const turns = await takeSignInTurn(input.email, visit);
  const account = await system("accounts", (db) => findAccount(db, input.email));
  const right = await isPassword(input.password, account?.passwordHash);
  const person = account?.people.find((each) => !each.deactivatedAt);
  if (!account || !right || !person) {
    await system("accounts", (db) => logRefusal(db, account));
    throw doNotFit();
  }
  await turns.right();
  const stronger = isOutdated(account.passwordHash) ? await hashPassword(input.password) : undefined;
  return system("accounts", async (db) => {
    await requireSamePassword(db, account, stronger);
    const handle = await startSignIn(db, person.id, visit.device);
    await logSystem(db, "signIn.start", about(person));
    return { handle, role: person.role };
  });
}

/** Opens a sign-in for a person and answers with its handle, which is stored only as a hash. `device` is what the browser calls itself. */
export async function startSignIn(db: Db, personId: string, device: string, limited: Limits = {}): Promise<string> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    include: { clinic: { select: { absoluteHours: true } } },
  });
  const handle = newToken();
  const at = now();
  const endsAt = new Date(at.getTime() + person.clinic.absoluteHours * 3_600_000);
  await db.signIn.create({
    data: {
      clinicId: person.clinicId,
      accountId: person.accountId,
      personId,
      role: person.role,
      handleHash: sha256(handle),
      device,
      createdAt: at,
      lastSeenAt: at,
      passwordAt: limited.passwordAt ?? at,
      endsAt: limited.endsAt && limited.endsAt < endsAt ? limited.endsAt : endsAt,
    },
  });
  await db.person.update({ where: { id: personId }, data: { lastSignInAt: at }, select: { id: true } });
  return handle;
}

/** Ends the sign-in of this handle; one that has ended before stays as it is. Answers whether there is one. */
export async function signOut(handle: string): Promise<boolean> {
  return system("accounts", async (db) => {
    const row = await db.signIn.findUnique({ where: { handleHash: sha256(handle) } });
    if (!row) return false;
    const { count } = await endSignIns(db, { id: row.id }, "person");
    if (count) await logSystem(db, "signIn.end", { clinicId: row.clinicId, actorId: row.personId, role: row.role });
    return true;
  });
}

/** Ends one of the sign-ins of one's own account. */
export async function endOwnSignIn(actor: Actor, signInId: string): Promise<void> {
  await system("accounts", async (db) => {
    const { count } = await endSignIns(db, { id: signInId, accountId: actor.accountId }, "person");
    if (count === 0) throw new DomainError("conflict", "This sign-in has ended already.");
    await logSystem(db, "signIn.end", { ...by(actor), subject: "signIn", subjectId: signInId });
  });
}

/** Ends every sign-in of one's own account, on every device, this one included. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await system("accounts", async (db) => {
    const { count } = await endSignIns(db, { accountId: actor.accountId }, "person");
    await logSystem(db, "signIn.endAll", { ...by(actor), detail: { ended: count } });
  });
}

/** Leaves this room for another one of the same account. The time of the password and the absolute limit stay as they were. */
export async function switchRoom(actor: Actor, personId: string, device: string): Promise<Opened> {
  return system("accounts", async (db) => {
    const person = found(
      await db.person.findFirst({ where: { id: personId, accountId: actor.accountId, deactivatedAt: null } }),
    );
    const { count } = await endSignIns(db, { id: actor.signInId }, "person");
    if (count === 0) throw new DomainError("conflict", "This sign-in has ended. Sign in again.");
    const { passwordAt, endsAt } = await db.signIn.findUniqueOrThrow({ where: { id: actor.signInId } });
    const handle = await startSignIn(db, person.id, device, { passwordAt, endsAt });
    await logSystem(db, "signIn.switch", about(person));
    return { handle, role: person.role };
  });
}

/**
 * Asks for the password once more and notes the time on the sign-in, for acts that need a fresh one.
 * @throws DomainError `invalid` on the field `password`.
 */
export async function confirmPassword(actor: Actor, password: string): Promise<void> {
  const turn = { limit: limits.confirm, key: actor.accountId };
  await takeTurn([turn]);
  const account = await system("accounts", (db) => db.account.findUniqueOrThrow({ where: { id: actor.accountId } }));
  if (!(await isPassword(password, account.passwordHash))) {
    throw new DomainError("invalid", "This is not your password.", { field: "password" });
  }
  await forgetTurns(turn);
  await system("accounts", (db) =>
    db.signIn.update({ where: { id: actor.signInId }, data: { passwordAt: now() }, select: { id: true } }),
  );
}

/** Ends sign-ins that are still open; `endedBy` says why. */
export const endSignIns = (
  db: Db,
  which: { id?: string | { not: string }; accountId?: string },
  endedBy: "person" | "password" | "reset",
) => db.signIn.updateMany({ where: { ...which, endedAt: null }, data: { endedAt: now(), endedBy } });

async function takeSignInTurn(email: string, visit: Visit) {
  const known = visit.knownTo(email);
  const address = { limit: limits.signInAddress, key: visit.address };
  const own = known
    ? { limit: limits.signInKnownDevice, key: `${known}:${email}` }
    : { limit: limits.signInHere, key: `${visit.address}:${email}` };
  const others = known ? [] : [{ limit: limits.signInAccount, key: email }, address];
  await takeTurn([own, ...others]);
  return { right: () => Promise.all([forgetTurns(own), giveBack(others)]) };
}

const findAccount = (db: Db, email: string) =>
  db.account.findUnique({
    where: { email },
    include: { people: { orderBy: [{ lastSignInAt: { sort: "desc", nulls: "last" } }, { createdAt: "asc" }] } },
  });

type Found = Awaited<ReturnType<typeof findAccount>>;

/** One entry either way, so that an unknown address takes as long as a known one. */
async function logRefusal(db: Db, account: Found) {
  const clinicId = account?.people[0]?.clinicId ?? (await db.clinic.findFirst({ orderBy: { createdAt: "asc" } }))?.id;
  if (clinicId) await logSystem(db, "signIn.refuse", { clinicId, subject: "account", subjectId: account?.id });
}

const doNotFit = () =>
  new DomainError("refused", "This address and password do not fit together. Check both and try again.");

type Checked = { id: string; passwordHash: string };

/**
 * Checking a password takes its time, and a new one may be set meanwhile, which ends every sign-in. The lock on the account lets
 * none slip in after that. Optionally puts a stronger hash of the same password in its place.
 */
export async function requireSamePassword(
  db: Db,
  { id, passwordHash }: Checked,
  stronger = passwordHash,
): Promise<void> {
  const { count } = await db.account.updateMany({ where: { id, passwordHash }, data: { passwordHash: stronger } });
  if (count === 0) throw doNotFit();
}

const about = ({ id, clinicId, role }: { id: string; clinicId: string; role: Role }) => ({
  clinicId,
  actorId: id,
  role,
});
const by = ({ clinicId, personId, role }: Actor) => ({ clinicId, actorId: personId, role });
