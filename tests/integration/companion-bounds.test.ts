import { createElement, type ReactNode } from "react";
import { prerender } from "react-dom/static";
import { expect, test, vi } from "vitest";
import LeavePage from "@/app/companion/leave/[patientId]/page";
import CompanionPage from "@/app/companion/page";
import AgreementPage from "@/app/companion/sessions/[sessionId]/agreement/page";
import SessionPage from "@/app/companion/sessions/[sessionId]/page";
import { findInvitation } from "@/lib/accounts/invitations/queries";
import { changeGrant, endGrant, inviteCompanion } from "@/lib/companions/grants/commands";
import { leavePatient } from "@/lib/companions/grants/leaving/commands";
import { findGrant } from "@/lib/companions/grants/queries";
import { listRooms } from "@/lib/companions/rooms/queries";
import { suspendGrant } from "@/lib/companions/suspensions/commands";
import type { Actor } from "@/lib/core/actor";
import { sha256 } from "@/lib/core/crypto";
import { newId, read } from "@/lib/core/db";
import { listSessions } from "@/lib/sessions/queries";
import { makePerson } from "@/prisma/seed/factories";
import { accept, assign, makeGrant, makeSession, makeTrio, setIntention } from "../support/companions";
import { asSuperuser } from "../support/database";
import { countStatements } from "../support/statements";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
  findActor: async () => acting,
}));

const text = async (page: ReactNode) => {
  const { prelude } = await prerender(createElement("main", null, page));
  return (await new Response(prelude).text()).replaceAll(/<[^>]*>/g, "|");
};
const rooms = (companion: Actor) => read(companion, (db) => listRooms(db));
const grantOf = (patient: Actor, grantId: string) => read(patient, (db) => findGrant(db, grantId));

const invitation = {
  name: "Sam",
  relationship: "",
  scope: "course" as const,
  sessionIds: [],
  showsIntention: false,
  welcome: "With you I can be quiet.",
  unsent: "discard" as const,
};
const invite = (patient: Actor) => inviteCompanion(patient, { ...invitation, email: `${newId()}@people.test` });

async function together(hours = 20) {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, hours);
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

test("the invitation in the patient's own words is read behind the link and in the companion's room, and in no letter", async () => {
  const { patient, companion, therapist } = await makeTrio();
  const grantId = await invite(patient);
  const [token, secret] = [newId(), "With you I can be quiet."];
  const { rows } = await asSuperuser(async (sql) => {
    await sql.query('update "Invitation" set "tokenHash" = $2 where "grantId" = $1', [grantId, sha256(token)]);
    return sql.query('select "welcomeSealed", "unsent" from "CompanionGrant" where "id" = $1', [grantId]);
  });
  expect(rows).toEqual([{ welcomeSealed: expect.stringMatching(/^v1\./), unsent: "discard" }]);
  expect(await findInvitation(token)).toMatchObject({ state: "open", invitedBy: "Noor", welcome: secret });
  await accept(grantId, companion);
  expect(await rooms(companion)).toMatchObject([{ welcome: secret }]);
  const { email: _, ...bounds } = { ...invitation, email: "" };
  await changeGrant(patient, { ...bounds, grantId, version: 1, welcome: "Come as you are." });
  expect(await rooms(companion)).toMatchObject([{ welcome: "Come as you are." }]);
  await expect(changeGrant(patient, { ...bounds, grantId, version: 1 })).rejects.toMatchObject({
    detail: { current: { version: "2", welcome: "Come as you are." } },
  });
  await changeGrant(patient, { ...bounds, grantId, version: 2, welcome: "" });
  expect(await rooms(companion)).toMatchObject([{ welcome: "" }]);
  expect(await grantOf(patient, grantId)).toMatchObject({ welcome: "", unsent: "discard" });
  const letters = await asSuperuser((sql) =>
    sql.query('select count(*)::int as n from "Mail" where "sealed" like $1', ["%quiet%"]),
  );
  expect(letters.rows).toEqual([{ n: 0 }]);
  expect(therapist.role).toBe("therapist");
});

test("an invitation that was taken back no longer shows the patient's words", async () => {
  const { patient } = await makeTrio();
  const grantId = await invite(patient);
  const token = newId();
  await asSuperuser((sql) =>
    sql.query('update "Invitation" set "tokenHash" = $2 where "grantId" = $1', [grantId, sha256(token)]),
  );
  await endGrant(patient, { grantId });
  expect(await findInvitation(token)).toMatchObject({ state: "revoked", welcome: undefined });
});

test("a companion whose access is paused and one whose access has ended read the very same page", async () => {
  const [ended, paused, left] = [await together(), await together(), await together()];
  await endGrant(ended.patient, ended);
  await suspendGrant(paused.therapist, { grantId: paused.grantId, reason: "Not safe" });
  await leavePatient(left.companion, { patientId: left.patient.personId, askName: false });
  const pages = [];
  for (const { companion } of [ended, paused, left]) {
    acting = companion;
    pages.push(await text(await CompanionPage()));
  }
  expect(pages[0]).toContain("Your access has ended");
  expect(pages[1]).toBe(pages[0]);
  expect(pages[2]).toBe(pages[0]);
  for (const { companion, sessionId, patient } of [ended, paused, left]) {
    acting = companion;
    const session = { params: Promise.resolve({ sessionId }) };
    for (const open of [
      () => SessionPage(session),
      () => AgreementPage(session),
      () => LeavePage({ params: Promise.resolve({ patientId: patient.personId }) }),
    ]) {
      await expect(open()).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
    }
  }
});

test("two companions with different bounds see what each was shown, and nothing of each other", async () => {
  const { clinicId, therapist, patient, companion } = await makeTrio();
  const [first, second] = [await makeSession(therapist, patient, 20), await makeSession(therapist, patient, 60)];
  await setIntention(patient, first, "To let my shoulders down.");
  const alex = await makePerson(clinicId, "companion", { name: "Alex" });
  const forSam = await makeGrant(patient, companion, [first]);
  await makeGrant(patient, alex);
  const { email: _, ...bounds } = { ...invitation, email: "" };
  await changeGrant(patient, {
    ...bounds,
    grantId: forSam,
    version: 1,
    scope: "sessions",
    sessionIds: [first],
    showsIntention: true,
  });
  const seen = async (actor: Actor) =>
    (await rooms(actor)).flatMap(({ sessions }) => sessions.map(({ id, intention }) => [id, intention]));
  expect(await seen(companion)).toEqual([[first, "To let my shoulders down."]]);
  expect(await seen(alex)).toEqual([
    [first, null],
    [second, null],
  ]);
  for (const actor of [companion, alex]) {
    expect(await read(actor, (db) => db.companionGrant.count())).toBe(1);
    expect(await read(actor, (db) => db.person.count({ where: { role: "companion" } }))).toBe(1);
  }
});

test("somebody who is with two people reads two rooms, told apart by name, in as many statements as with one", async () => {
  const { admin, clinicId, therapist, patient, companion } = await makeTrio();
  const mika = await makePerson(clinicId, "patient", { name: "Mika" });
  await assign(admin, mika, therapist);
  await makeSession(therapist, patient, 20);
  await makeSession(therapist, mika, 60);
  await accept(await invite(patient), companion);
  acting = companion;
  await CompanionPage();
  const one = await countStatements(() => CompanionPage());
  const forMika = { ...invitation, welcome: "Come and sing.", email: `${newId()}@people.test` };
  await accept(await inviteCompanion(mika, forMika), companion);
  const page = await text(await CompanionPage());
  expect(page).toMatch(/The people you are with.*Noor.*With you I can be quiet.*Mika.*Come and sing\./s);
  expect(page.indexOf("With you I can be quiet")).toBeLessThan(page.indexOf("|Mika|"));
  expect(await countStatements(() => CompanionPage())).toBe(one);
});

test("somebody who is a patient here and a companion there sees in each room only what belongs to it", async () => {
  const { admin, clinicId, therapist, patient } = await makeTrio();
  const mika = await makePerson(clinicId, "patient", { name: "Mika" });
  const mikaAsCompanion = await makePerson(clinicId, "companion", { name: "Mika" });
  await asSuperuser((sql) =>
    sql.query('update "Person" set "accountId" = (select "accountId" from "Person" where "id" = $1) where "id" = $2', [
      mika.personId,
      mikaAsCompanion.personId,
    ]),
  );
  await assign(admin, mika, therapist);
  const [noors, mikas] = [await makeSession(therapist, patient, 20), await makeSession(therapist, mika, 60)];
  await setIntention(patient, noors, "To rest.");
  await setIntention(mika, mikas, "To sing.");
  await makeGrant(patient, mikaAsCompanion);
  expect((await rooms(mikaAsCompanion)).flatMap(({ sessions }) => sessions.map(({ id }) => id))).toEqual([noors]);
  const counts = (actor: Actor) =>
    read(actor, async (db) => ({
      sessions: (await db.session.findMany({ select: { id: true } })).map(({ id }) => id),
      patients: (await db.person.findMany({ where: { role: "patient" }, select: { name: true } })).map(
        ({ name }) => name,
      ),
      intentions: (await db.intention.findMany({ select: { sessionId: true } })).map(({ sessionId }) => sessionId),
      contacts: await db.contact.count({ where: { personId: { not: actor.personId } } }),
    }));
  expect(await counts(mikaAsCompanion)).toEqual({ sessions: [noors], patients: ["Noor"], intentions: [], contacts: 0 });
  expect(await counts(mika)).toEqual({ sessions: [mikas], patients: ["Mika"], intentions: [mikas], contacts: 0 });
  expect(await read(mika, (db) => listSessions(db, patient.personId))).toEqual([]);
  expect(await read(mika, (db) => db.companionGrant.count())).toBe(0);
  expect(await rooms(mika)).toEqual([]);
});
