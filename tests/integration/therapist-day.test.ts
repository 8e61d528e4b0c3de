import { describe, expect, test } from "vitest";
import { read } from "@/lib/core/db";
import { cancelSession } from "@/lib/sessions/commands";
import { listChanges, listLedBetween, listUnrecorded } from "@/lib/sessions/queries";
import { holdSession, joinCareTeam, planSession } from "@/prisma/seed/sessions";
import { inHours, makePractice } from "../support/patients";

describe("the therapist's day", () => {
  test("it has the sessions that they lead, without cancelled ones and those of colleagues", async () => {
    const { admin, therapist, colleague, treat } = await makePractice();
    const patient = await treat("Noor Haddad");
    await joinCareTeam(admin, patient, colleague);
    const late = await planSession(therapist, patient, { startsAt: inHours(40) });
    const early = await planSession(therapist, patient, { startsAt: inHours(30) });
    const cancelled = await planSession(therapist, patient, { startsAt: inHours(50) });
    await cancelSession(therapist, { sessionId: cancelled, reason: "Ill" });
    await planSession(colleague, patient, { startsAt: inHours(35) });
    await planSession(therapist, patient, { startsAt: inHours(90) });
    const day = await read(therapist, (db) =>
      listLedBetween(db, therapist.personId, { start: inHours(24), end: inHours(72) }),
    );
    expect(day).toMatchObject([{ id: early, patientName: "Noor Haddad" }, { id: late }]);
  });

  test("a session that nobody recorded waits, one that is recorded does not", async () => {
    const { therapist, treat } = await makePractice();
    const patient = await treat("Noor Haddad");
    const forgotten = await planSession(therapist, patient, { startsAt: inHours(-30) });
    await holdSession(therapist, patient, { startsAt: inHours(-60) });
    await planSession(therapist, patient, { startsAt: inHours(30) });
    const open = await read(therapist, (db) => listUnrecorded(db, therapist.personId, new Date()));
    expect(open.map(({ id }) => id)).toEqual([forgotten]);
  });

  test("every step of a session is told with who took it", async () => {
    const { therapist, treat } = await makePractice();
    const patient = await treat("Noor Haddad");
    const sessionId = await holdSession(therapist, patient, { startsAt: inHours(-30) });
    expect(await read(therapist, (db) => listChanges(db, sessionId))).toMatchObject([
      { to: "scheduled", by: "Ana Reyes" },
      { to: "inProgress", by: "Ana Reyes" },
      { to: "completed", by: "Ana Reyes" },
    ]);
  });
});
