import { expect, test, vi } from "vitest";
import { POST } from "@/app/api/drawer/route";
import { deliver, openDrawer } from "@/lib/companions/drawer/commands";
import { countDrawer, listDrawer } from "@/lib/companions/drawer/queries";
import { endGrant } from "@/lib/companions/grants/commands";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { makePerson } from "@/prisma/seed/factories";
import { hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";

const given = vi.hoisted(() => ({ actor: null as Actor | null, headers: new Headers() }));
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  findActor: async () => given.actor,
}));
vi.mock("next/headers", () => ({
  headers: async () => given.headers,
  cookies: async () => ({ get: () => undefined }),
}));

async function inTheRoom() {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, -2);
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

/** The companion's access has ended just now, in the middle of the session. */
async function ended() {
  const room = await inTheRoom();
  await endGrant(room.patient, { grantId: room.grantId });
  return room;
}

const said = (text = "It is only a coat.", hours = -1) => ({ id: newId(), at: hoursFromNow(hours), text });
const change = (sql: string, ...values: unknown[]) => asSuperuser((client) => client.query(sql, values));
const drawerOf = (patient: Actor) => read(patient, (db) => listDrawer(db, patient.personId));
const inDrawer = (patient: Actor) => read(patient, (db) => countDrawer(db, patient.personId));
const post = async (body: unknown, actor: Actor | null, origin = env().APP_ORIGIN, writer = actor?.personId) => {
  given.actor = actor;
  given.headers = new Headers({ origin });
  const text = JSON.stringify(body);
  const headers = {
    "content-type": "application/json",
    "content-length": String(text.length),
    ...(writer && { "x-writer": writer }),
  };
  const response = await POST(new Request(`${origin}/api/drawer`, { method: "POST", body: text, headers }));
  return { status: response.status, body: await response.json() };
};

test("what was written and not yet sent when access ended lies in the patient's drawer, closed until they open it", async () => {
  const { companion, patient, sessionId, grantId } = await ended();
  const lines = [said("It is only a coat.", -1), said("By the door.", -0.5)];
  expect(await deliver(companion, { sessionId, lines })).toBe(2);
  expect(await inDrawer(patient)).toBe(2);
  const [waiting] = await drawerOf(patient);
  expect(waiting).toMatchObject({ grantId, sessionId, companionName: "Sam", waits: true, lines: [] });
  await openDrawer(patient, { grantId, sessionId });
  expect(await drawerOf(patient)).toMatchObject([
    { waits: false, lines: [{ text: "It is only a coat.", at: lines[0]?.at }, { text: "By the door." }] },
  ]);
  expect(await inDrawer(patient)).toBe(0);
  await expect(openDrawer(patient, { grantId, sessionId })).rejects.toMatchObject({ code: "not-found" });
});

test("the log says that words arrived and that the drawer was opened, and of the first not whose record it is", async () => {
  const { companion, patient, sessionId, grantId } = await ended();
  await deliver(companion, { sessionId, lines: [said()] });
  await openDrawer(patient, { grantId, sessionId });
  const { rows } = await change(
    'select "verb", "actorId", "patientId", "subjectId", "detail" from "AuditEntry" where "clinicId" = $1 and "verb" like $2 order by "at"',
    companion.clinicId,
    "drawer.%",
  );
  expect(rows).toEqual([
    { verb: "drawer.deliver", actorId: companion.personId, patientId: null, subjectId: null, detail: { taken: 1 } },
    expect.objectContaining({ verb: "drawer.open", patientId: patient.personId, subjectId: sessionId }),
  ]);
});

test("the same line that comes twice is one line, and what is in the drawer is sealed", async () => {
  const { companion, patient, sessionId } = await ended();
  const line = said();
  for (const _ of [1, 2]) await deliver(companion, { sessionId, lines: [line] });
  expect(await inDrawer(patient)).toBe(1);
  const { rows } = await change('select "textSealed" from "DrawerLine" where "id" = $1', line.id);
  expect(rows[0].textSealed).toMatch(/^v1\./);
  expect(rows[0].textSealed).not.toContain("coat");
});

test("a delivery that lost a race is counted once, in the answer and in the log", async () => {
  const { companion, patient, sessionId } = await ended();
  await change("create sequence raced; grant usage on sequence raced to public");
  await change(`create function race() returns trigger language plpgsql as $$ begin
    if nextval('raced') = 2 then raise exception 'raced' using errcode = 'serialization_failure'; end if; return new; end $$`);
  await change('create trigger race before insert on "DrawerLine" for each row execute function race()');
  expect(await deliver(companion, { sessionId, lines: [said(), said("And rain.")] })).toBe(2);
  await change('drop trigger race on "DrawerLine"; drop function race; drop sequence raced');
  expect(await inDrawer(patient)).toBe(2);
  const { rows } = await change(
    `select "detail" from "AuditEntry" where "verb" = 'drawer.deliver' and "actorId" = $1`,
    companion.personId,
  );
  expect(rows).toEqual([{ detail: { taken: 2 } }]);
});

test("words that the patient wanted thrown away are thrown away", async () => {
  const { companion, patient, sessionId, grantId } = await inTheRoom();
  await change(`update "CompanionGrant" set "unsent" = 'discard' where "id" = $1`, grantId);
  await endGrant(patient, { grantId });
  expect(await deliver(companion, { sessionId, lines: [said()] })).toBe(0);
  expect(await inDrawer(patient)).toBe(0);
});

test("the drawer takes nothing that was written after the end", async () => {
  const { companion, patient, sessionId } = await ended();
  expect(await deliver(companion, { sessionId, lines: [said("Later.", 0.5), said("Before.", -1)] })).toBe(1);
  expect(await inDrawer(patient)).toBe(1);
});

test.each([
  ["to the last minute of the seventh day the drawer takes what was written before", "7 days -1 minute", 1],
  ["from then on it takes nothing more", "7 days 1 minute", 0],
])("%s", async (_name, since, taken) => {
  const { companion, patient, sessionId, grantId } = await inTheRoom();
  await change(`update "CompanionGrant" set "endedAt" = now() - $2::interval where "id" = $1`, grantId, since);
  expect(await deliver(companion, { sessionId, lines: [said("Long ago.", -24 * 8)] })).toBe(taken);
  expect(await inDrawer(patient)).toBe(taken);
});

test("a companion whose access is paused delivers as one whose access has ended, and sees no difference", async () => {
  const { companion, patient, therapist, sessionId, grantId } = await inTheRoom();
  await change(
    'update "CompanionGrant" set "suspendedAt" = now(), "suspendedById" = $2 where "id" = $1',
    grantId,
    therapist.personId,
  );
  expect(await deliver(companion, { sessionId, lines: [said()] })).toBe(1);
  expect(await inDrawer(patient)).toBe(1);
});

test("while access lasts, the drawer takes nothing: the room does", async () => {
  const { companion, patient, sessionId } = await inTheRoom();
  expect(await deliver(companion, { sessionId, lines: [said()] })).toBe(0);
  expect(await inDrawer(patient)).toBe(0);
});

test("somebody who never had a grant, one who never accepted, and one of another clinic leave nothing in a drawer", async () => {
  const { admin, patient, sessionId } = await ended();
  const stranger = await makePerson(admin.clinicId, "companion");
  const { companion: foreign } = await makeTrio();
  for (const actor of [stranger, foreign]) expect(await deliver(actor, { sessionId, lines: [said()] })).toBe(0);
  expect(await inDrawer(patient)).toBe(0);
});

test("a companion of one session leaves nothing about another", async () => {
  const { companion, patient, therapist } = await ended();
  const other = await makeSession(therapist, patient, -30);
  expect(await deliver(companion, { sessionId: other, lines: [said("Elsewhere.", -29)] })).toBe(0);
});

test.each(["patient", "therapist", "admin"] as const)(
  "a %s delivers nothing, and nobody but the patient opens",
  async (role) => {
    const room = await ended();
    const { sessionId, grantId } = room;
    await deliver(room.companion, { sessionId, lines: [said()] });
    await expect(deliver(room[role], { sessionId, lines: [said()] })).rejects.toMatchObject({ code: "refused" });
    const others = [room.companion, room.therapist, room.admin];
    for (const actor of others) {
      await expect(openDrawer(actor, { grantId, sessionId })).rejects.toMatchObject({ code: "refused" });
      expect(await inDrawer(actor)).toBe(0);
    }
    const otherPatient = await makePerson(room.clinicId, "patient");
    await expect(openDrawer(otherPatient, { grantId, sessionId })).rejects.toMatchObject({ code: "not-found" });
    await asRole("portal_app", async (sql) => {
      for (const actor of [...others, otherPatient]) {
        await sql.query("select from enter($1, false)", [actor.handleHash]);
        expect((await sql.query('select 1 from "DrawerLine"')).rows).toEqual([]);
      }
    });
  },
);

test("a device delivers over the network as the one whose words they are, and only from the portal's own page", async () => {
  const { companion, patient, sessionId } = await ended();
  const line = { ...said(), at: hoursFromNow(-1).toISOString() };
  const body = { sessionId, lines: [line] };
  expect(await post(body, null)).toMatchObject({ status: 401 });
  for (const writer of [newId(), ""])
    expect(await post(body, companion, undefined, writer)).toMatchObject({ status: 401 });
  expect(await post(body, patient)).toMatchObject({ status: 404 });
  expect(await post(body, companion, "https://elsewhere.test")).toMatchObject({ status: 403 });
  expect(await post({ ...body, lines: [] }, companion)).toMatchObject({ status: 422 });
  const many = Array.from({ length: 201 }, () => ({ ...line, id: newId() }));
  expect(await post({ ...body, lines: many }, companion)).toMatchObject({ status: 422 });
  expect(await inDrawer(patient)).toBe(0);
  expect(await post({ ...body, writer: companion.personId }, companion, undefined, "")).toEqual({
    status: 200,
    body: { kept: 1 },
  });
  expect(await post(body, companion)).toEqual({ status: 200, body: { kept: 1 } });
  expect(await inDrawer(patient)).toBe(1);
});
