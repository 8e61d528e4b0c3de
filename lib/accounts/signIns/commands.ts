import { now } from "@/lib/core/clock";
import { newToken, sha256 } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/system";

/** Opens a sign-in for a person and answers with its handle, which is stored only as a hash. `device` is what the browser calls itself. */
export async function startSignIn(db: Db, personId: string, device: string): Promise<string> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    include: { clinic: { select: { absoluteHours: true } } },
  });
  const handle = newToken();
  const at = now();
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
      passwordAt: at,
      endsAt: new Date(at.getTime() + person.clinic.absoluteHours * 3_600_000),
    },
  });
  await db.person.update({ where: { id: personId }, data: { lastSignInAt: at }, select: { id: true } });
  return handle;
}
