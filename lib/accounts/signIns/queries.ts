import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { system } from "@/lib/core/system";
import type { Role } from "@/prisma/generated/enums";

export type OwnSignIn = { id: string; device: string; createdAt: Date; lastSeenAt: Date; role: Role; isHere: boolean };
export type Room = { personId: string; role: Role; name: string; clinicName: string };

/** Where one's own account is signed in now, this device first. */
export async function listOwnSignIns(actor: Actor): Promise<OwnSignIn[]> {
  const rows = await system("accounts", (db) =>
    db.signIn.findMany({
      where: { accountId: actor.accountId, endedAt: null, endsAt: { gt: now() } },
      include: { person: { select: { clinic: { select: { staffIdleMinutes: true, patientIdleMinutes: true } } } } },
      orderBy: { lastSeenAt: "desc" },
      take: 50,
    }),
  );
  return rows
    .filter(({ role, lastSeenAt, person: { clinic } }) => {
      const minutes = role === "admin" || role === "therapist" ? clinic.staffIdleMinutes : clinic.patientIdleMinutes;
      return lastSeenAt.getTime() + minutes * 60_000 > now().getTime();
    })
    .map(({ id, device, createdAt, lastSeenAt, role }) => ({
      id,
      device,
      createdAt,
      lastSeenAt,
      role,
      isHere: id === actor.signInId,
    }))
    .sort((a, b) => Number(b.isHere) - Number(a.isHere));
}

/** The other rooms that one's account opens: other roles, or other clinics. */
export async function listOtherRooms(actor: Actor): Promise<Room[]> {
  const people = await system("accounts", (db) =>
    db.person.findMany({
      where: { accountId: actor.accountId, deactivatedAt: null, id: { not: actor.personId } },
      select: { id: true, role: true, name: true, clinic: { select: { name: true } } },
      orderBy: { createdAt: "asc" },
    }),
  );
  return people.map(({ id, role, name, clinic }) => ({ personId: id, role, name, clinicName: clinic.name }));
}
