import { describe, expect, test } from "vitest";
import { deactivatePerson, reactivatePerson } from "@/lib/accounts/people/commands";
import { startSignIn } from "@/lib/accounts/signIns/commands";
import { endPlace, handOver } from "@/lib/careTeams/commands";
import { findOpenWork } from "@/lib/careTeams/queries";
import type { Actor } from "@/lib/core/actor";
import { findSignedIn } from "@/lib/core/auth";
import { withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { system } from "@/lib/core/system";
import { saveDraft } from "@/lib/notes/commands";
import { draftInput } from "@/lib/notes/schema";
import { startSession } from "@/lib/sessions/commands";
import { listSessions } from "@/lib/sessions/queries";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { holdSession, joinCareTeam, planSession } from "@/prisma/seed/sessions";
import { entriesOf, inDays, makeBusyClinic, makeOthers } from "../support/admin";
import { asRole } from "../support/database";

const workOf = (admin: Actor, { personId: id, role }: Actor) => read(admin, (db) => findOpenWork(db, { id, role }));
const ids = (patient: Actor, from: Actor, to: Actor) => ({
  patientId: patient.personId,
  fromId: from.personId,
  toId: to.personId,
});

describe("deactivating", () => {
  test("a companion is out on the next request, and back with the same password when reactivated", async () => {
    const { clinicId, admin } = await makeClinic();
    const companion = await makePerson(clinicId, "companion");
    const handle = await system("accounts", (db) => startSignIn(db, companion.personId, "Phone"));
    await deactivatePerson(admin, companion.personId);
    expect(await findSignedIn(handle)).toBeNull();
    await expect(deactivatePerson(admin, companion.personId)).rejects.toMatchObject({ code: "conflict" });
    await reactivatePerson(admin, companion.personId);
    await expect(reactivatePerson(admin, companion.personId)).rejects.toMatchObject({ code: "conflict" });
    expect(await findSignedIn(handle)).toBeNull();
    for (const verb of ["person.deactivate", "person.reactivate"])
      expect(await entriesOf(admin, verb)).toMatchObject([{ actorId: admin.personId, subjectId: companion.personId }]);
  });

  test("a therapist with patients and planned sessions stays until everything is handed over", async () => {
    const { admin, therapist, colleague, patient } = await makeBusyClinic();
    await expect(deactivatePerson(admin, therapist.personId)).rejects.toThrow(
      "Hand over 1 patient and 1 planned session first.",
    );
    expect(await workOf(admin, therapist)).toMatchObject({ patients: [{ name: "Noor" }], sessions: 1 });
    await handOver(admin, ids(patient, therapist, colleague));
    expect(await workOf(admin, therapist)).toMatchObject({ patients: [], sessions: 0 });
    await deactivatePerson(admin, therapist.personId);
    expect(await entriesOf(admin, "person.deactivate")).toMatchObject([{ subjectId: therapist.personId }]);
  });

  test("a session that is planned keeps a therapist, even after their place on the care team ended", async () => {
    const { admin, therapist, patient } = await makeBusyClinic();
    await asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [admin.handleHash]);
      await sql.query(`update "CareTeamMember" set "until" = now(), "endedById" = $2 where "therapistId" = $1`, [
        therapist.personId,
        admin.personId,
      ]);
    });
    await expect(deactivatePerson(admin, therapist.personId)).rejects.toThrow("1 planned session");
    expect(await workOf(admin, patient)).toMatchObject({ team: [], sessions: 1 });
  });

  test("nobody deactivates themselves, so an active admin always remains", async () => {
    const { clinicId, admin } = await makeClinic();
    const other = await makePerson(clinicId, "admin");
    await expect(deactivatePerson(admin, admin.personId)).rejects.toThrow("You cannot deactivate yourself");
    await deactivatePerson(admin, other.personId);
    await asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [admin.handleHash]);
      const asked = sql.query(`update "Person" set "deactivatedAt" = now() where "id" = $1`, [admin.personId]);
      await expect(asked).rejects.toThrow("nobody changes their own role or activity");
    });
  });

  test("nobody but an admin of the clinic deactivates or reactivates", async () => {
    const { clinicId, admin, patient } = await makeBusyClinic();
    const others = await makeOthers(clinicId);
    for (const [who, actor] of others)
      await expect(deactivatePerson(actor, patient.personId), who).rejects.toMatchObject({ name: "DomainError" });
    await deactivatePerson(admin, patient.personId);
    for (const [who, actor] of others)
      await expect(reactivatePerson(actor, patient.personId), who).rejects.toMatchObject({ name: "DomainError" });
  });

  test("unsigned notes are a number for the admin of the clinic, and nothing for anybody else", async () => {
    const { clinicId, admin, therapist, patient } = await makeBusyClinic();
    const sessionId = await holdSession(therapist, patient, { startsAt: inDays(-2) });
    const text = { sessionId, version: 0, format: "soap", subjective: "What was said in the room" };
    await saveDraft(therapist, draftInput.parse(text));
    const work = await workOf(admin, therapist);
    expect(work.drafts).toBe(1);
    expect(JSON.stringify(work)).not.toContain("What was said");
    for (const [who, actor] of await makeOthers(clinicId)) expect((await workOf(actor, therapist)).drafts, who).toBe(0);
  });
});

describe("handing over", () => {
  test("the patient's care and every planned session go to a colleague, who sees them at once", async () => {
    const { admin, therapist, colleague, patient, sessionId } = await makeBusyClinic();
    await planSession(therapist, patient, { startsAt: inDays(9) });
    const held = await holdSession(therapist, patient, { startsAt: inDays(-9) });
    await handOver(admin, ids(patient, therapist, colleague));
    const seen = await read(colleague, (db) => listSessions(db, patient.personId));
    expect(seen.map((session) => [session.id === held, session.therapist?.id])).toEqual([
      [true, therapist.personId],
      [false, colleague.personId],
      [false, colleague.personId],
    ]);
    expect(await read(therapist, (db) => db.session.count({ where: { id: sessionId } }))).toBe(0);
    expect(await entriesOf(admin, "careTeam.handOver")).toMatchObject([
      { actorId: admin.personId, patientId: patient.personId, detail: { sessions: 2, to: colleague.personId } },
    ]);
  });

  test("a colleague who is busy at that time is named with the time, and nothing moves", async () => {
    const { clinicId, admin, therapist, colleague, patient } = await makeBusyClinic();
    const other = await makePerson(clinicId, "patient");
    await joinCareTeam(admin, other, colleague);
    await planSession(colleague, other, { startsAt: new Date(inDays(3).getTime() + 1_800_000) });
    await expect(handOver(admin, ids(patient, therapist, colleague))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("They already have a session at"),
      detail: { field: "toId" },
    });
    expect(await workOf(admin, therapist)).toMatchObject({ patients: [{ name: "Noor" }], sessions: 1 });
    expect(await entriesOf(admin, "careTeam.handOver")).toEqual([]);
  });

  test("a session under way is waited for", async () => {
    const { admin, therapist, colleague, patient, sessionId } = await makeBusyClinic();
    await withClock(inDays(3), () => startSession(therapist, { sessionId }));
    await expect(handOver(admin, ids(patient, therapist, colleague))).rejects.toThrow("under way");
  });

  test("the one who takes over is another active therapist of the clinic", async () => {
    const { clinicId, admin, therapist, patient } = await makeBusyClinic();
    const gone = await makePerson(clinicId, "therapist");
    await deactivatePerson(admin, gone.personId);
    const stranger = (await makeBusyClinic()).therapist;
    for (const to of [therapist, gone, stranger, patient, admin])
      await expect(handOver(admin, ids(patient, therapist, to)), to.name).rejects.toMatchObject({
        detail: { field: expect.stringMatching(/^(toId|therapistId)$/) },
      });
  });

  test("nobody but an admin of the clinic hands over, whether they ask the portal or the database", async () => {
    const { clinicId, admin, therapist, colleague, patient, sessionId } = await makeBusyClinic();
    await joinCareTeam(admin, patient, colleague);
    for (const [who, actor] of [...(await makeOthers(clinicId)), ["the therapist", therapist] as const]) {
      await expect(handOver(actor, ids(patient, therapist, colleague)), who).rejects.toMatchObject({
        name: "DomainError",
      });
      await asRole("portal_app", async (sql) => {
        await sql.query("select from enter($1, false)", [actor.handleHash]);
        const { rows } = await sql.query("select hand_over_session($1, $2) as id", [sessionId, colleague.personId]);
        expect(rows, who).toEqual([{ id: null }]);
      });
    }
  });

  test("in the database an admin changes nothing of a session but who leads it", async () => {
    const { admin, therapist, colleague, sessionId } = await makeBusyClinic();
    await asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [admin.handleHash]);
      const direct = sql.query(`update "Session" set "place" = 'Elsewhere' where "id" = $1`, [sessionId]);
      await expect(direct).rejects.toThrow("permission denied");
      const notOnTeam = await sql.query("select hand_over_session($1, $2) as id", [sessionId, colleague.personId]);
      expect(notOnTeam.rows).toEqual([{ id: null }]);
    });
    expect(await workOf(admin, therapist)).toMatchObject({ sessions: 1 });
  });

  test("a place with a session planned is handed over, not ended", async () => {
    const { admin, placeId } = await makeBusyClinic();
    await expect(endPlace(admin, placeId)).rejects.toMatchObject({ code: "refused" });
  });
});
