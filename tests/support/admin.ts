import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { joinCareTeam, planSession } from "@/prisma/seed/sessions";

/** A time on the full hour, some days ahead. */
export const inDays = (days: number) => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + days * 86_400_000);

/** A clinic whose therapist treats one patient and has a session planned with them, and a colleague. */
export async function makeBusyClinic() {
  const { clinicId, admin } = await makeClinic({ timeZone: "UTC" });
  const therapist = await makePerson(clinicId, "therapist", { name: "Ana Reyes", credentials: "LPC" });
  const colleague = await makePerson(clinicId, "therapist", { name: "Ben Sato" });
  const patient = await makePerson(clinicId, "patient", { name: "Noor" });
  const placeId = await joinCareTeam(admin, patient, therapist);
  const sessionId = await planSession(therapist, patient, { startsAt: inDays(3) });
  return { clinicId, admin, therapist, colleague, patient, placeId, sessionId };
}

export const entriesOf = (admin: Actor, verb: string) =>
  read(admin, (db) =>
    db.auditEntry.findMany({
      where: { verb },
      select: { actorId: true, patientId: true, subject: true, subjectId: true, detail: true },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
  );

/** Every role of a clinic but the admin, and the admin of another one: all of whom must be refused. */
export async function makeOthers(clinicId: string): Promise<[who: string, actor: Actor][]> {
  const roles = ["therapist", "patient", "companion"] as const;
  const own = await Promise.all(
    roles.map(async (role) => [`a ${role}`, await makePerson(clinicId, role)] as [string, Actor]),
  );
  return [...own, ["the admin of another clinic", (await makeClinic({ name: "Another clinic" })).admin]];
}
