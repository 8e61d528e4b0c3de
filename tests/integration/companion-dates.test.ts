import { expect, test } from "vitest";
import { inviteCompanion } from "@/lib/companions/grants/commands";
import { listGrantDates } from "@/lib/companions/grants/dates/queries";
import { suspendGrant } from "@/lib/companions/suspensions/commands";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { makePerson } from "@/prisma/seed/factories";
import { hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

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

test("the admin sees that there is access and its dates, by state and page by page, and nobody else does", async () => {
  const { admin, clinicId, patient, companion, therapist, grantId } = await together(24 * 30);
  const alex = await makePerson(clinicId, "companion");
  const ending = await makeGrant(patient, alex, [await makeSession(therapist, patient, -24 * 10)], hoursFromNow(-500));
  const paused = await makeGrant(patient, await makePerson(clinicId, "companion"));
  await suspendGrant(therapist, { grantId: paused, reason: "Not safe" });
  const waiting = await invite(patient);
  await asSuperuser((sql) =>
    sql.query(`update "SignIn" set "lastSeenAt" = now() + interval '2 hours' where "personId" = $1`, [
      companion.personId,
    ]),
  );
  const ids = async (state: "" | "live" | "expiring" | "unused" | "ended", actor = admin) =>
    (await read(actor, (db) => listGrantDates(db, { state }, {}))).rows.map(({ id }) => id);
  expect((await ids("")).sort()).toEqual([grantId, ending, paused, waiting].sort());
  expect((await ids("live")).sort()).toEqual([grantId, ending].sort());
  expect(await ids("expiring")).toEqual([ending]);
  expect((await ids("unused")).sort()).toEqual([ending, waiting].sort());
  expect(await ids("ended")).toEqual([paused]);
  const [row] = (await read(admin, (db) => listGrantDates(db, { state: "live" }, {}))).rows;
  expect(Object.keys(row ?? {}).sort()).toEqual([
    "acceptedAt",
    "createdAt",
    "endedAt",
    "id",
    "lastUsedAt",
    "suspended",
    "until",
  ]);
  for (const other of [patient, companion, therapist, (await makeTrio()).admin])
    expect(await ids("", other)).toEqual([]);
  expect(await read(admin, (db) => db.companionGrant.count())).toBe(0);
});

test("the admin turns the pages of companions' access and comes back", async () => {
  const { admin, patient } = await makeTrio();
  for (let at = 0; at < 27; at++) await invite(patient);
  const page = (place: { after?: string; before?: string }) =>
    read(admin, (db) => listGrantDates(db, { state: "" }, place));
  const first = await page({});
  const second = await page({ after: first.after });
  expect([first.rows.length, second.rows.length, second.after]).toEqual([25, 2, undefined]);
  const back = await page({ before: second.before });
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
});
