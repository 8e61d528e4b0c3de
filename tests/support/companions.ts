import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { newId, write } from "@/lib/core/db";
import { system } from "@/lib/core/system";
import { makeClinic, makePerson } from "@/prisma/seed/factories";

const hour = 3_600_000;
export const hoursFromNow = (hours: number) => new Date(now().getTime() + hours * hour);

/** A clinic with a patient, their therapist, and a companion who has no grant yet. */
export async function makeTrio() {
  const { clinicId, admin } = await makeClinic();
  const therapist = await makePerson(clinicId, "therapist", { name: "Ana Reyes" });
  const patient = await makePerson(clinicId, "patient", { name: "Noor" });
  const companion = await makePerson(clinicId, "companion", { name: "Sam" });
  await assign(admin, patient, therapist);
  return { clinicId, admin, therapist, patient, companion };
}

export const assign = (admin: Actor, patient: Actor, therapist: Actor) =>
  write(admin, "careTeam.assign", async (db) => {
    const row = { clinicId: admin.clinicId, patientId: patient.personId, therapistId: therapist.personId };
    await db.careTeamMember.create({ data: { ...row, from: hoursFromNow(-24), addedById: admin.personId } });
  });

/** A session that begins in so many hours (negative: ago) and lasts three. */
export const makeSession = (therapist: Actor, patient: Actor, hours: number, replacesId?: string) =>
  write(therapist, "session.schedule", async (db) => {
    const own = { clinicId: therapist.clinicId, patientId: patient.personId };
    const course =
      (await db.course.findFirst({ where: own })) ??
      (await db.course.create({ data: { ...own, startedAt: hoursFromNow(-24) } }));
    const id = newId();
    await db.session.create({
      data: {
        ...own,
        id,
        courseId: course.id,
        therapistId: therapist.personId,
        kind: "dosing",
        startsAt: hoursFromNow(hours),
        endsAt: hoursFromNow(hours + 3),
        place: "Room 2",
        replacesId,
        createdAt: now(),
      },
    });
    return id;
  });

/** A grant as it is once the companion has accepted the invitation: for the course, or for named sessions. */
export async function makeGrant(
  patient: Actor,
  companion: Actor,
  sessionIds?: string[],
  createdAt = hoursFromNow(-48),
) {
  const grantId = await write(patient, "companion.invite", async (db) => {
    const own = { clinicId: patient.clinicId, patientId: patient.personId };
    const id = newId();
    const scope = sessionIds ? "sessions" : "course";
    await db.companionGrant.createMany({ data: { id, ...own, companionName: companion.name, scope, createdAt } });
    await db.companionGrantSession.createMany({
      data: (sessionIds ?? []).map((sessionId) => ({ ...own, grantId: id, sessionId })),
    });
    return id;
  });
  await accept(grantId, companion);
  return grantId;
}

export const accept = (grantId: string, companion: Actor) =>
  system(
    "accounts",
    (db) => db.$queryRaw`select accept_grant(${grantId}::uuid, ${companion.personId}::uuid, ${now()}::timestamptz)`,
  );

export const setIntention = (patient: Actor, sessionId: string, text: string) =>
  write(patient, "intention.set", async (db) => {
    const own = { clinicId: patient.clinicId, patientId: patient.personId };
    const intention = await db.intention.create({ data: { ...own, sessionId } });
    const wording = { ...own, intentionId: intention.id, number: 1, text, at: now() };
    await db.intentionWording.create({ data: wording });
    return intention.id;
  });
