import { createElement } from "react";
import { prerender } from "react-dom/static";
import { expect, test } from "vitest";
import { AgreementCard } from "@/app/therapist/sessions/[sessionId]/agreement-card";
import { confirmAgreement, saveAgreement } from "@/lib/companions/agreements/commands";
import { findAgreement, listAgreements } from "@/lib/companions/agreements/queries";
import { confirmedBy } from "@/lib/companions/agreements/rules";
import { endGrant } from "@/lib/companions/grants/commands";
import { findOwnGrantFor } from "@/lib/companions/grants/queries";
import { suspendGrant } from "@/lib/companions/suspensions/commands";
import type { AgreementAnswers } from "@/lib/companions/words/agreement/rules";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { findSession } from "@/lib/sessions/queries";
import { makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeSession, makeTrio } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";

async function together() {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, 20);
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

const hand: AgreementAnswers = { touch: { choice: "asked", free: "My left hand" }, light: { choice: "soft" } };
const save = (actor: Actor, room: { sessionId: string; grantId: string }, version = 0, answers = hand) =>
  saveAgreement(actor, { sessionId: room.sessionId, grantId: room.grantId, version, answers });
const find = (actor: Actor, { sessionId, grantId }: { sessionId: string; grantId: string }) =>
  read(actor, (db) => findAgreement(db, sessionId, grantId));
const begin = (sessionId: string) =>
  asSuperuser((sql) =>
    sql.query(`update "Session" set "state" = 'inProgress', "startedAt" = now() where "id" = $1`, [sessionId]),
  );
const auditOf = (patient: Actor, verb: string) =>
  read(patient, (db) => db.auditEntry.findMany({ where: { verb, patientId: patient.personId } }));

test("a patient begins an agreement, their companion changes it, both say yes to the same words, and then it stands", async () => {
  const room = await together();
  const { patient, companion, therapist } = room;
  const agreementId = await save(patient, room);
  expect(await find(companion, room)).toMatchObject({ id: agreementId, version: 1, answers: hand });
  await confirmAgreement(patient, { agreementId, version: 1 });
  const changed = { ...hand, ride: { choice: "companion" } };
  await save(companion, room, 1, changed);
  const newer = await find(patient, room);
  expect(newer).toMatchObject({ version: 2, answers: changed, savedById: companion.personId, patientVersion: 1 });
  expect(newer && confirmedBy(newer)).toEqual({ patient: false, companion: false, stands: false });
  await confirmAgreement(companion, { agreementId, version: 2 });
  await confirmAgreement(patient, { agreementId, version: 2 });
  const kept = await find(therapist, room);
  expect(kept && confirmedBy(kept).stands).toBe(true);
  const saved = await auditOf(patient, "agreement.save");
  expect(saved.map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([
    [patient.personId, agreementId],
    [companion.personId, agreementId],
  ]);
  expect(await auditOf(patient, "agreement.confirm")).toHaveLength(3);
});

test("what is agreed is sealed in the database", async () => {
  const room = await together();
  await save(room.patient, room);
  const { rows } = await asSuperuser((sql) =>
    sql.query('select "sealed" from "Agreement" where "sessionId" = $1', [room.sessionId]),
  );
  expect(rows[0].sealed).toMatch(/^v1\./);
  expect(rows[0].sealed).not.toContain("left hand");
});

test("saving the same words again leaves every yes as it is", async () => {
  const room = await together();
  const agreementId = await save(room.patient, room);
  await confirmAgreement(room.companion, { agreementId, version: 1 });
  await save(room.companion, room, 1);
  expect(await find(room.patient, room)).toMatchObject({ version: 1, companionVersion: 1 });
});

test("where both write at once, nothing is lost: the second is shown the other's words beside their own", async () => {
  const room = await together();
  await save(room.patient, room);
  const late = save(room.companion, room, 0, {
    touch: { choice: "no", free: "Not at all" },
    light: { choice: "soft" },
  });
  await expect(late).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Touch: Touch only when it is asked for."),
    detail: { current: { version: "1", touchFree: "My left hand", rideFree: "" } },
  });
  await save(room.companion, room, 1, { touch: { choice: "no" } });
  await expect(save(room.patient, room, 1, { light: { choice: "dark" } })).rejects.toMatchObject({ code: "conflict" });
});

test("an older version cannot be confirmed", async () => {
  const room = await together();
  const agreementId = await save(room.patient, room);
  await save(room.companion, room, 1, { touch: { choice: "no" } });
  await expect(confirmAgreement(room.patient, { agreementId, version: 1 })).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { version: "2" } },
  });
});

test("nobody confirms for another, also past the application", async () => {
  const room = await together();
  const agreementId = await save(room.patient, room);
  for (const [actor, column] of [
    [room.patient, "companionVersion"],
    [room.companion, "patientVersion"],
  ] as const) {
    await asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [actor.handleHash]);
      const forged = sql.query(`update "Agreement" set "${column}" = 1 where "id" = $1`, [agreementId]);
      await expect(forged).rejects.toThrow("nobody confirms for another");
    });
  }
});

test("once the session has begun, what was agreed stays as it is, and can still be read", async () => {
  const room = await together();
  const agreementId = await save(room.patient, room);
  await begin(room.sessionId);
  await expect(save(room.companion, room, 1, {})).rejects.toThrow("The session has begun");
  await expect(confirmAgreement(room.patient, { agreementId, version: 1 })).rejects.toThrow("The session has begun");
  expect(await find(room.companion, room)).toMatchObject({ version: 1, answers: hand });
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [room.patient.handleHash]);
    const late = sql.query('update "Agreement" set "patientVersion" = 1 where "id" = $1', [agreementId]);
    await expect(late).rejects.toThrow("the session has begun");
  });
});

test("two companions of one session each have an agreement of their own, and none sees the other's", async () => {
  const room = await together();
  const { patient, companion, therapist, clinicId, sessionId } = room;
  const alex = await makePerson(clinicId, "companion", { name: "Alex" });
  const second = await makeGrant(patient, alex);
  await save(patient, room);
  const other = { sessionId, grantId: second };
  const alexs = await save(alex, other, 0, { touch: { choice: "no" } });
  expect(await find(alex, room)).toBeNull();
  expect(await read(alex, (db) => findAgreement(db, sessionId))).toMatchObject({ id: alexs });
  expect(await find(companion, other)).toBeNull();
  await expect(save(companion, other, 1, {})).rejects.toMatchObject({ code: "not-found" });
  await expect(confirmAgreement(companion, { agreementId: alexs, version: 1 })).rejects.toMatchObject({
    code: "not-found",
  });
  for (const reader of [patient, therapist]) {
    const listed = await read(reader, async (db) => {
      const session = await findSession(db, sessionId);
      return session && listAgreements(db, session);
    });
    expect(listed?.map(({ companionName, agreement }) => [companionName, agreement?.answers.touch?.choice])).toEqual([
      ["Sam", "asked"],
      ["Alex", "no"],
    ]);
  }
});

test("the care team sees whether both have confirmed, said neutrally, and who is paused", async () => {
  const room = await together();
  const { therapist, patient, companion, sessionId } = room;
  const shown = async (actor = therapist) => {
    const { prelude } = await prerender(createElement("main", null, await AgreementCard({ actor, sessionId })));
    return (await new Response(prelude).text()).replaceAll(/<[^>]*>/g, "|");
  };
  expect(await shown()).toContain("Nothing is agreed yet");
  const agreementId = await save(patient, room);
  await confirmAgreement(patient, { agreementId, version: 1 });
  expect(await shown()).toContain("Sam has not confirmed this version yet");
  await confirmAgreement(companion, { agreementId, version: 1 });
  expect(await shown()).toMatch(/Sam.*Both confirmed.*Touch only when it is asked for/s);
  await suspendGrant(therapist, { grantId: room.grantId, reason: "Not safe" });
  expect(await shown()).toContain("Access is paused");
  expect(await shown()).not.toContain("Not safe");
  expect(await shown(await makePerson(room.clinicId, "therapist"))).toBe("||");
});

test("a grant that does not reach a session cannot carry an agreement for it", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const [first, second] = [await makeSession(therapist, patient, 20), await makeSession(therapist, patient, 60)];
  const forFirst = await makeGrant(patient, companion, [first]);
  const forSecond = await makeGrant(patient, companion, [second]);
  await expect(save(companion, { sessionId: second, grantId: forFirst })).rejects.toMatchObject({ code: "not-found" });
  await expect(save(patient, { sessionId: second, grantId: forFirst })).rejects.toMatchObject({ code: "not-found" });
  const own = await read(companion, async (db) => {
    const session = await findSession(db, second);
    return session && findOwnGrantFor(db, session.id);
  });
  expect(own?.id).toBe(forSecond);
});

test("when access ends, the agreement is closed to the companion at once and stays with the patient", async () => {
  const room = await together();
  await save(room.companion, room);
  await endGrant(room.patient, room);
  expect(await find(room.companion, room)).toBeNull();
  await expect(save(room.companion, room, 1, {})).rejects.toMatchObject({ code: "not-found" });
  await expect(save(room.patient, room, 1, {})).rejects.toMatchObject({ code: "not-found" });
  expect(await find(room.patient, room)).toMatchObject({ answers: hand });
});

test.each(["therapist", "admin"] as const)("a %s can neither save nor confirm", async (role) => {
  const room = await together();
  const agreementId = await save(room.patient, room);
  await expect(save(room[role], room, 1)).rejects.toMatchObject({ code: "refused" });
  await expect(confirmAgreement(room[role], { agreementId, version: 1 })).rejects.toMatchObject({ code: "refused" });
});

test("other patients, other companions, a colleague, the admin and another clinic find no agreement", async () => {
  const room = await together();
  const agreementId = await save(room.patient, room);
  const stranger = await together();
  const writers = [
    await makePerson(room.clinicId, "patient"),
    await makePerson(room.clinicId, "companion"),
    stranger.patient,
    stranger.companion,
  ];
  for (const actor of writers) {
    expect(await find(actor, room)).toBeNull();
    await expect(save(actor, room, 1)).rejects.toMatchObject({ code: "not-found" });
    await expect(confirmAgreement(actor, { agreementId, version: 1 })).rejects.toMatchObject({ code: "not-found" });
  }
  for (const actor of [await makePerson(room.clinicId, "therapist"), room.admin, stranger.therapist]) {
    expect(await find(actor, room)).toBeNull();
  }
  expect(await read(room.patient, (db) => findAgreement(db, "not-an-id"))).toBeNull();
  await expect(confirmAgreement(room.patient, { agreementId: newId(), version: 1 })).rejects.toMatchObject({
    code: "not-found",
  });
});
