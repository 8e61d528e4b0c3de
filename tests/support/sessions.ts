import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { joinCareTeam, planSession } from "@/prisma/seed/sessions";

export const hour = 3_600_000;

/** A full hour, so many after the next one. */
export const soon = (hours: number) => new Date(Math.ceil(Date.now() / hour) * hour + hours * hour);

/** A therapist who treats a patient, and a colleague who does not. */
export async function makeCare(timeZone = "UTC") {
  const { clinicId, admin } = await makeClinic({ timeZone });
  const therapist = await makePerson(clinicId, "therapist", { name: "Ana Reyes" });
  const colleague = await makePerson(clinicId, "therapist", { name: "Ben Sato" });
  const patient = await makePerson(clinicId, "patient", { name: "Noor" });
  await joinCareTeam(admin, patient, therapist);
  return { clinicId, admin, therapist, colleague, patient };
}

export const entriesOf = (admin: Actor, verb: string) =>
  read(admin, (db) =>
    db.auditEntry.findMany({ where: { verb }, select: { actorId: true, patientId: true, subjectId: true } }),
  );

export const changesOf = (actor: Actor, sessionId: string) =>
  read(actor, (db) =>
    db.sessionChange.findMany({
      where: { sessionId },
      orderBy: { id: "asc" },
      select: { from: true, to: true, reason: true, byId: true },
    }),
  );

export const planIn = (therapist: Actor, patient: Actor, startsAt: Date, more: object = {}) =>
  planSession(therapist, patient, { startsAt, ...more });
