import type { Actor } from "@/lib/core/actor";
import { now, toLocal, withClock } from "@/lib/core/clock";
import { write } from "@/lib/core/db";
import { completeSession, scheduleSession, startSession } from "@/lib/sessions/commands";
import type { ScheduleInput } from "@/lib/sessions/schema";

const minute = 60_000;
const day = 24 * 60 * minute;

/** A therapist on a patient's care team, for a year already unless it says otherwise. */
export function joinCareTeam(
  admin: Actor,
  patient: Actor,
  therapist: Actor,
  place: { from?: Date; until?: Date } = {},
) {
  return write(admin, "careTeam.assign", async (db, audit) => {
    const { clinicId, personId } = admin;
    const { id } = await db.careTeamMember.create({
      data: {
        clinicId,
        patientId: patient.personId,
        therapistId: therapist.personId,
        from: new Date(now().getTime() - 365 * day),
        addedById: personId,
        ...place,
      },
    });
    audit({ patientId: patient.personId, subject: "careTeam", subjectId: id });
    return id;
  });
}

type Planned = Partial<Omit<ScheduleInput, "startsAt" | "patientId">> & { startsAt: Date };

/** A planned session; one in the past was planned a week before. Answers with its id. */
export function planSession(therapist: Actor, patient: Actor, { startsAt, ...input }: Planned): Promise<string> {
  const planned = Math.min(now().getTime(), startsAt.getTime() - 7 * day);
  return withClock(new Date(planned), () =>
    scheduleSession(therapist, {
      patientId: patient.personId,
      therapistId: therapist.personId,
      kind: "dosing",
      minutes: 60,
      place: "Room 2",
      ...input,
      startsAt: toLocal(startsAt, therapist.clinicTimeZone),
    }),
  );
}

/** A session that took place as planned. Answers with its id. */
export async function holdSession(therapist: Actor, patient: Actor, input: Planned): Promise<string> {
  const sessionId = await planSession(therapist, patient, input);
  const end = new Date(input.startsAt.getTime() + (input.minutes ?? 60) * minute);
  await withClock(input.startsAt, () => startSession(therapist, { sessionId }));
  await withClock(end, () => completeSession(therapist, { sessionId }));
  return sessionId;
}
