import { invite, type NewInvitation } from "@/lib/accounts/invitations/commands";
import type { Visit } from "@/lib/accounts/signIns/gateway";
import type { Actor, Role } from "@/lib/core/actor";
import { unseal } from "@/lib/core/crypto";
import { write } from "@/lib/core/db";
import { system } from "@/lib/core/system";

/** What was sent to an address, the newest last. */
export const lettersTo = (email: string) =>
  system("worker", async (db) => {
    const letters = await db.mail.findMany({ where: { to: email }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    return Promise.all(
      letters.map(async ({ id, subject, sealed }) => ({ subject, text: await unseal(db, id, sealed ?? "") })),
    );
  });

/** The token in the newest letter to an address. */
export async function tokenTo(email: string): Promise<string> {
  const text = (await lettersTo(email)).at(-1)?.text ?? "";
  const token = text.match(/\/(?:invitation|reset)\/([\w-]+)/)?.[1];
  if (!token) throw new Error(`No link was sent to ${email}`);
  return token;
}

let last = 0;
/** A visit from an address of its own, on a device that nobody has signed in on. */
export const visit = (given: Partial<Visit> = {}): Visit => ({
  address: `10.0.${Math.floor(++last / 250)}.${last % 250}`,
  device: "Firefox on Linux",
  knownTo: () => undefined,
  ...given,
});

export const password = "kayak lantern mossy violin";

/** An admin invites somebody, who gets a letter. */
export function inviteAs(admin: Actor, role: Role, email: string, input: Partial<NewInvitation> = {}) {
  const { clinicId, personId: createdById } = admin;
  return write(admin, "account.invite", async (db) =>
    invite(db, { clinicId, email, role, name: "Jo Park", createdById, ...input }),
  );
}
