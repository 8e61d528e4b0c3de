import { expect, test, vi } from "vitest";
import { GET as followCalls } from "@/app/api/calls/stream/route";
import { POST as keep } from "@/app/api/room/[sessionId]/route";
import { GET as followRoom } from "@/app/api/room/[sessionId]/stream/route";
import { acknowledgeCall } from "@/lib/companions/calls/commands";
import { listStaffCalls } from "@/lib/companions/calls/queries";
import { endGrant } from "@/lib/companions/grants/commands";
import { keepFromRoom } from "@/lib/companions/room/commands";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { startSession } from "@/lib/sessions/commands";
import { makePerson } from "@/prisma/seed/factories";
import { assign, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";
import { entriesOf } from "../support/sessions";
import { countStatements } from "../support/statements";

let acting: Actor | null;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  findActor: async () => acting,
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "sec-fetch-site": "same-origin" }) }));

async function makeRoom() {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, -1 / 3);
  await startSession(trio.therapist, { sessionId });
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

const call = async (companion: Actor, sessionId: string) => {
  const id = newId();
  await keepFromRoom(companion, sessionId, [{ kind: "call", id, at: new Date() }]);
  return id;
};
const shownTo = (who: Actor) => read(who, (db) => listStaffCalls(db));

type Seen = {
  calls?: { id: string; acknowledgedAt: string | null; by: string | null }[];
  over?: boolean;
  why?: string;
};

/** Follows a stream as a browser does. `until` answers with the first glance that fits. */
function follow(response: Response) {
  const reader = response.body?.getReader();
  const words = new TextDecoder();
  const seen: Seen[] = [];
  let text = "";
  const next = async (): Promise<boolean> => {
    const part = await reader?.read();
    if (!part || part.done) return false;
    text += words.decode(part.value);
    for (const [, data] of text.matchAll(/^data: (\{.*\})\n\n/gm)) seen.push(JSON.parse(data ?? ""));
    text = text.slice(text.lastIndexOf("\n\n") + 2);
    return true;
  };
  return {
    until: async (fits: (glance: Seen) => boolean) => {
      while (!seen.some(fits)) if (!(await next())) throw new Error("The stream ended before that");
      return seen.find(fits);
    },
    end: async () => {
      while (await next());
      return seen.at(-1);
    },
    leave: () => reader?.cancel(),
  };
}

const roomRequest = (writer: string, init?: RequestInit) =>
  new Request(`http://localhost:3000/?writer=${writer}`, init);
const openRoom = async (companion: Actor, sessionId: string, init?: RequestInit) => {
  acting = companion;
  return followRoom(roomRequest(companion.personId, init), { params: Promise.resolve({ sessionId }) });
};
const openCalls = (therapist: Actor) => {
  acting = therapist;
  return followCalls(new Request("http://localhost:3000/"));
};

test("a call is shown to those who treat the patient and to nobody else, with whose it is and where", async () => {
  const { clinicId, admin, therapist, patient, companion, sessionId } = await makeRoom();
  const colleague = await makePerson(clinicId, "therapist", { name: "Ben Sato" });
  const id = await call(companion, sessionId);
  expect(await shownTo(therapist)).toMatchObject([
    { id, sessionId, patient: "Noor", companion: "Sam", place: "Room 2", acknowledgedAt: null, by: null },
  ]);
  for (const who of [colleague, admin]) expect(await shownTo(who)).toEqual([]);
  await assign(admin, patient, colleague);
  expect(await shownTo(colleague)).toHaveLength(1);
});

test("the first therapist who answers is on the way; another is told who it is", async () => {
  const { clinicId, admin, therapist, patient, companion, sessionId } = await makeRoom();
  const colleague = await makePerson(clinicId, "therapist", { name: "Ben Sato" });
  await assign(admin, patient, colleague);
  const callId = await call(companion, sessionId);
  const outcomes = await Promise.allSettled([therapist, colleague].map((who) => acknowledgeCall(who, { callId })));
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(refused).toMatchObject([{ code: "conflict" }]);
  const [first] = await shownTo(therapist);
  expect(refused[0].message).toBe(`${first?.by} has answered this call and is on the way.`);
  expect(await entriesOf(admin, "staff.acknowledge")).toMatchObject([
    { subjectId: callId, patientId: patient.personId },
  ]);
  const again = first?.by === "Ben Sato" ? colleague : therapist;
  await expect(acknowledgeCall(again, { callId })).rejects.toThrow("You have answered this call already.");
});

test("a companion who calls again is one call with its number, and one answer is for all of them", async () => {
  const { therapist, companion, sessionId } = await makeRoom();
  await call(companion, sessionId);
  const callId = await call(companion, sessionId);
  expect(await shownTo(therapist)).toMatchObject([{ id: callId, open: 2 }]);
  await acknowledgeCall(therapist, { callId });
  expect(await shownTo(therapist)).toMatchObject([{ id: callId, open: 0, by: "Ana Reyes" }]);
  const later = await call(companion, sessionId);
  expect(await shownTo(therapist)).toMatchObject([{ id: later, open: 1, acknowledgedAt: null }]);
});

test("only the care team answers, and only for their own patient", async () => {
  const { clinicId, admin, patient, companion, sessionId } = await makeRoom();
  const colleague = await makePerson(clinicId, "therapist");
  const callId = await call(companion, sessionId);
  for (const who of [admin, patient, companion]) {
    await expect(acknowledgeCall(who, { callId })).rejects.toMatchObject({ code: "refused" });
  }
  await expect(acknowledgeCall(colleague, { callId })).rejects.toMatchObject({ code: "not-found" });
});

test("a call reaches the therapist's open page, and the answer reaches the room", async () => {
  const { therapist, companion, sessionId } = await makeRoom();
  const team = follow(await openCalls(therapist));
  await team.until(({ calls }) => calls?.length === 0);
  const room = follow(await openRoom(companion, sessionId));
  await room.until(({ calls }) => calls?.length === 0);
  const began = Date.now();
  const callId = await call(companion, sessionId);
  await team.until(({ calls }) => calls?.[0]?.id === callId);
  await acknowledgeCall(therapist, { callId });
  await room.until(({ calls }) => calls?.[0]?.acknowledgedAt !== null && calls?.[0]?.id === callId);
  expect(Date.now() - began).toBeLessThan(2_000);
  await Promise.all([team.leave(), room.leave()]);
});

test.each<[string, (room: Awaited<ReturnType<typeof makeRoom>>) => Promise<unknown>]>([
  ["the patient ends access", ({ patient, grantId }) => endGrant(patient, { grantId })],
  [
    "the clinic pauses it",
    ({ grantId }) =>
      asSuperuser((sql) => sql.query(`update "CompanionGrant" set "suspendedAt" = now() where "id" = $1`, [grantId])),
  ],
])("when %s, the room's stream says so at once and closes, and the same words stand for both", async (_why, close) => {
  const room = await makeRoom();
  const heard = follow(await openRoom(room.companion, room.sessionId));
  await heard.until(({ calls }) => calls !== undefined);
  const began = Date.now();
  await close(room);
  expect(await heard.end()).toEqual({ over: true, why: "ended" });
  expect(Date.now() - began).toBeLessThan(2_000);
  const once = await openRoom(room.companion, room.sessionId);
  expect(await once.json()).toMatchObject({ over: true, why: "ended" });
});

test("another companion's end does not close a room", async () => {
  const { clinicId, patient, companion, sessionId } = await makeRoom();
  const other = await makePerson(clinicId, "companion");
  const otherGrant = await makeGrant(patient, other, [sessionId]);
  const room = follow(await openRoom(companion, sessionId));
  await room.until(({ calls }) => calls !== undefined);
  await endGrant(patient, { grantId: otherGrant });
  const callId = await call(companion, sessionId);
  expect(await room.until(({ calls }) => calls?.[0]?.id === callId)).not.toHaveProperty("over");
  await room.leave();
});

test("a stream goes on as long as the sign-in: signed out, it tells nothing more", async () => {
  const { clinicId, admin, patient, companion, sessionId } = await makeRoom();
  const therapist = await makePerson(clinicId, "therapist");
  await assign(admin, patient, therapist);
  const team = follow(await openCalls(therapist));
  await team.until(({ calls }) => calls?.length === 0);
  await asSuperuser((sql) => sql.query(`update "SignIn" set "endedAt" = now() where "id" = $1`, [therapist.signInId]));
  await call(companion, sessionId);
  expect(await team.end()).toEqual({ over: true, calls: [] });
});

test("following does not move the idle limit", async () => {
  const { therapist } = await makeRoom();
  const seenAt = () =>
    asSuperuser(async (sql) => {
      const { rows } = await sql.query(`select "lastSeenAt" as at from "SignIn" where "id" = $1`, [therapist.signInId]);
      return rows[0].at.getTime();
    });
  await asSuperuser((sql) =>
    sql.query(`update "SignIn" set "lastSeenAt" = now() - interval '5 minutes' where "id" = $1`, [therapist.signInId]),
  );
  const before = await seenAt();
  const team = follow(await openCalls(therapist));
  await team.until(({ calls }) => calls !== undefined);
  expect(await seenAt()).toBe(before);
  await team.leave();
});

test("nobody follows who is signed out, in another role, or no longer the one whose page asks", async () => {
  const { therapist, patient, companion, sessionId } = await makeRoom();
  acting = null;
  expect((await followCalls(new Request("http://localhost:3000/"))).status).toBe(401);
  for (const who of [patient, companion]) expect((await openCalls(who)).status).toBe(404);
  expect((await openRoom(therapist, sessionId)).status).toBe(404);
  acting = companion;
  const other = await followRoom(roomRequest(patient.personId), { params: Promise.resolve({ sessionId }) });
  expect(other.status).toBe(401);
});

test("what a device sends under somebody else's sign-in waits, and what it sends after the end is told so", async () => {
  const { patient, companion, sessionId, grantId } = await makeRoom();
  const send = async (writer: string) => {
    const items = [{ kind: "line", id: newId(), at: new Date().toISOString(), text: "By the door." }];
    const request = new Request("http://localhost:3000/", {
      method: "POST",
      headers: { "content-length": "300" },
      body: JSON.stringify({ writer, items }),
    });
    const response = await keep(request, { params: Promise.resolve({ sessionId }) });
    return { status: response.status, body: await response.json() };
  };
  acting = companion;
  expect(await send(companion.personId)).toMatchObject({ status: 200, body: { kept: [expect.any(String)] } });
  expect((await send(patient.personId)).status).toBe(401);
  acting = patient;
  expect((await send(companion.personId)).status).toBe(401);
  expect(await send(patient.personId)).toMatchObject({ status: 404 });
  acting = null;
  expect((await send(companion.personId)).status).toBe(401);
  await endGrant(patient, { grantId });
  acting = companion;
  expect(await send(companion.personId)).toMatchObject({ status: 404 });
});

test("a look at the calls takes as many statements for one as for many", async () => {
  const { therapist, companion, sessionId } = await makeRoom();
  await call(companion, sessionId);
  const one = await countStatements(() => shownTo(therapist));
  for (let n = 0; n < 5; n++) await call(companion, sessionId);
  expect(await countStatements(() => shownTo(therapist))).toBe(one);
});
