import { timingSafeEqual } from "node:crypto";
import { sha256 } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { isLoopback } from "@/lib/core/origins";
import { type Db, logSystem, system } from "@/lib/core/system";
import { hashPassword } from "../passwords/gateway";
import { reasonNotToUse } from "../passwords/rules";
import { addPerson, foundClinic } from "../people/commands";
import { startSignIn } from "../signIns/commands";
import type { Visit } from "../signIns/gateway";
import { forgetTurns, takeTurn } from "../throttle/commands";
import { limits } from "../throttle/rules";
import { isEmptyPortal } from "./queries";
import { plainCode } from "./rules";
import type { SetupInput } from "./schema";

/** Sets up the first clinic with its first admin, who is signed in. Answers with the handle. */
export async function setUpClinic(input: SetupInput, visit: Visit): Promise<string> {
  await requireCode(input.code, visit);
  const { clinicName, timeZone, name, email } = input;
  const reason = reasonNotToUse(input.newPassword, [clinicName, name, email]);
  if (reason) throw new DomainError("invalid", reason, { field: "newPassword" });
  const passwordHash = await hashPassword(input.newPassword);
  return system("accounts", async (db) => {
    await requireEmpty(db);
    const clinicId = await foundClinic(db, { name: clinicName, timeZone });
    const { personId } = await addPerson(db, { clinicId, role: "admin", email, name, timeZone }, passwordHash);
    await logSystem(db, "clinic.found", { clinicId, actorId: personId, role: "admin" });
    return startSignIn(db, personId, visit.device);
  });
}

/** Fills an empty portal with the demonstration clinic. Answers with the password of its accounts. */
export async function setUpDemonstration(code: string, visit: Visit): Promise<string> {
  // On a machine of one's own nobody else comes by.
  if (!isLoopback(env().APP_ORIGIN)) await requireCode(code, visit);
  if (!(await isEmptyPortal())) throw notEmpty();
  const turn = { limit: limits.founding, key: "portal" };
  await takeTurn([turn]);
  try {
    const password = env().DEMO_PASSWORD;
    if (!password) throw new DomainError("conflict", "The demonstration needs DEMO_PASSWORD. Start with: npm start");
    const { seedDemonstration } = await import("@/prisma/seed/demonstration");
    await seedDemonstration({ password });
    return password;
  } finally {
    await forgetTurns(turn);
  }
}

async function requireCode(code: string, { address }: Visit) {
  const turn = { limit: limits.code, key: address };
  await takeTurn([turn]);
  const { SETUP_CODE_HASH } = env();
  const given = sha256(plainCode(code));
  if (!SETUP_CODE_HASH || !timingSafeEqual(Buffer.from(given), Buffer.from(SETUP_CODE_HASH))) {
    throw new DomainError("invalid", "This is not the code that the start command printed.", { field: "code" });
  }
  await forgetTurns(turn);
}

/** One at a time, in the whole database, until this transaction ends. */
async function requireEmpty(db: Db) {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('threshold-found-clinic'))`;
  if (await db.clinic.findFirst({ select: { id: true } })) throw notEmpty();
}

const notEmpty = () => new DomainError("conflict", "This portal has been set up already. Sign in instead.");
