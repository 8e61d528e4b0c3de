import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { newToken, sha256 } from "@/lib/core/crypto";
import { DomainError } from "@/lib/core/errors";
import { type Db, logSystem, system } from "@/lib/core/system";
import { sendPasswordChanged, sendResetLink } from "../mail";
import { endSignIns } from "../signIns/commands";
import type { Visit } from "../signIns/gateway";
import { takeTurn } from "../throttle/commands";
import { limits, resetMinutes } from "../throttle/rules";
import { hashPassword, isPassword } from "./gateway";
import { listNames } from "./queries";
import { reasonNotToUse } from "./rules";

/** Changes one's own password. Every other sign-in of the account ends, and a letter tells its owner. */
export async function changePassword(actor: Actor, input: { password: string; newPassword: string }): Promise<void> {
  await takeTurn([{ limit: limits.confirm, key: actor.accountId }]);
  const account = await system("accounts", (db) => db.account.findUniqueOrThrow({ where: { id: actor.accountId } }));
  if (!(await isPassword(input.password, account.passwordHash))) {
    throw new DomainError("invalid", "This is not your present password.", { field: "password" });
  }
  const passwordHash = await prepareHash(actor.accountId, input.newPassword);
  await system("accounts", async (db) => {
    const { count } = await db.account.updateMany({
      where: { id: account.id, passwordHash: account.passwordHash },
      data: { passwordHash, passwordChangedAt: now() },
    });
    if (count === 0) throw new DomainError("conflict", "Your password was changed meanwhile, somewhere else.");
    await endSignIns(db, { accountId: account.id, id: { not: actor.signInId } }, "password");
    await db.signIn.updateMany({ where: { id: actor.signInId }, data: { passwordAt: now() } });
    await closeResets(db, account.id);
    await sendPasswordChanged(db, { clinicId: actor.clinicId, email: account.email });
    const { clinicId, personId: actorId, role } = actor;
    await logSystem(db, "password.change", { clinicId, actorId, role });
  });
}

/** Sends a link for a new password when the address has an account. What is answered never depends on that. */
export async function askForReset(
  email: string,
  { address, knownTo }: Pick<Visit, "address" | "knownTo">,
): Promise<void> {
  const known = knownTo(email);
  await takeTurn([
    { limit: limits.resetAccount, key: known ? `${known}:${email}` : email },
    ...(known ? [] : [{ limit: limits.resetAddress, key: address }]),
  ]);
  const at = now();
  await system("accounts", async (db) => {
    const person = await db.person.findFirst({
      where: { account: { email }, deactivatedAt: null },
      orderBy: [{ lastSignInAt: { sort: "desc", nulls: "last" } }, { createdAt: "asc" }],
    });
    if (!person) return;
    const { clinicId, accountId } = person;
    const token = newToken();
    const expiresAt = new Date(at.getTime() + resetMinutes * 60_000);
    await db.passwordReset.create({
      data: { clinicId, accountId, tokenHash: sha256(token), createdAt: at, expiresAt },
    });
    await sendResetLink(db, { clinicId, email, token });
    await logSystem(db, "password.askReset", { clinicId, subject: "account", subjectId: accountId });
  });
}

/**
 * Sets a new password by the link of a letter, which works once. Every sign-in of the account ends, and a letter tells
 * its owner. Answers with the account's address.
 */
export async function resetPassword(token: string, newPassword: string, address: string): Promise<string> {
  const tokenHash = sha256(token);
  const open = { tokenHash, usedAt: null, expiresAt: { gt: now() } };
  const reset = await system("accounts", (db) => db.passwordReset.findFirst({ where: open }));
  await takeTurn([{ limit: limits.link, key: reset ? tokenHash : address }]);
  if (!reset) throw linkEnded();
  const passwordHash = await prepareHash(reset.accountId, newPassword);
  return system("accounts", async (db) => {
    const { count } = await db.passwordReset.updateMany({ where: open, data: { usedAt: now() } });
    if (count === 0) throw linkEnded();
    const { accountId, clinicId } = reset;
    const { email } = await db.account.update({
      where: { id: accountId },
      data: { passwordHash, passwordChangedAt: now() },
      select: { email: true },
    });
    await closeResets(db, accountId);
    await endSignIns(db, { accountId }, "reset");
    await sendPasswordChanged(db, { clinicId, email });
    await logSystem(db, "password.reset", { clinicId, subject: "account", subjectId: accountId });
    return email;
  });
}

const linkEnded = () =>
  new DomainError("conflict", "This link has been used or is older than 30 minutes. Ask for a new one.");

async function prepareHash(accountId: string, newPassword: string) {
  const names = await system("accounts", (db) => listNames(db, accountId));
  const reason = reasonNotToUse(newPassword, names);
  if (reason) throw new DomainError("invalid", reason, { field: "newPassword" });
  return hashPassword(newPassword);
}

/** The other links that are still open stop working. */
const closeResets = (db: Db, accountId: string) =>
  db.passwordReset.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now() } });
