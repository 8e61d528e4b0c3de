import { now } from "@/lib/core/clock";
import { sha256 } from "@/lib/core/crypto";
import { type Db, system } from "@/lib/core/system";

/** What a stranger would try first for this account: its address, the names of its people and of their clinics. */
export async function listNames(db: Db, accountId: string): Promise<string[]> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      email: true,
      people: {
        select: { name: true, clinic: { select: { name: true } }, contact: { select: { fullName: true } } },
      },
    },
  });
  const names = account.people.flatMap(({ name, clinic, contact }) => [name, clinic.name, contact?.fullName ?? ""]);
  return [account.email, ...names];
}

/** Whether a reset link still works. */
export const isResetOpen = (token: string): Promise<boolean> =>
  system("accounts", async (db) => {
    const open = { tokenHash: sha256(token), usedAt: null, expiresAt: { gt: now() } };
    return (await db.passwordReset.findFirst({ where: open, select: { id: true } })) !== null;
  });
