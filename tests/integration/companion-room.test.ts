import { expect, test, vi } from "vitest";
import { PUT } from "@/app/api/companion-notes/[sessionId]/route";
import HandOverPage from "@/app/companion/sessions/[sessionId]/hand-over/page";
import NotePage from "@/app/companion/sessions/[sessionId]/note/page";
import SessionPage from "@/app/companion/sessions/[sessionId]/page";
import { endGrant } from "@/lib/companions/grants/commands";
import type { Actor } from "@/lib/core/actor";
import { makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
  findActor: async () => acting,
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "sec-fetch-site": "same-origin" }) }));

const pages = [SessionPage, NotePage, HandOverPage];
const open = (sessionId: string) =>
  Promise.all(
    pages.map((page) =>
      page({ params: Promise.resolve({ sessionId }) }).then(
        () => "there",
        (error) => error.digest,
      ),
    ),
  );

async function save(sessionId: string, version: number) {
  const fields = { saw: ["You slept."], seemed: [""] };
  const body = JSON.stringify({ writer: acting.personId, version, fields });
  const request = new Request("http://localhost:3000", { method: "PUT", body });
  return (await PUT(request, { params: Promise.resolve({ sessionId }) })).status;
}

const set = (sql: string) => (id: string) => asSuperuser((client) => client.query(sql, [id]));
type Room = { patient: Actor; grantId: string; sessionId: string };

test.each<[string, (room: Room) => Promise<unknown>]>([
  ["the patient ends access", ({ patient, grantId }) => endGrant(patient, { grantId })],
  [
    "the clinic pauses it",
    ({ grantId }) => set('update "CompanionGrant" set "suspendedAt" = now() where "id" = $1')(grantId),
  ],
  [
    "the days after the session are over",
    ({ sessionId }) =>
      set(
        `update "Session" set "startsAt" = now() - interval '15 days', "endsAt" = now() - interval '14 days' where "id" = $1`,
      )(sessionId),
  ],
])("when %s, the very next page and the very next save are not found", async (_why, close) => {
  const { therapist, patient, companion } = await makeTrio();
  const sessionId = await makeSession(therapist, patient, -2);
  const grantId = await makeGrant(patient, companion, [sessionId]);
  acting = companion;
  expect(await open(sessionId)).toEqual(["there", "there", "there"]);
  expect(await save(sessionId, 0)).toBe(200);
  await close({ patient, grantId, sessionId });
  expect(await open(sessionId)).toEqual(Array(3).fill("NEXT_HTTP_ERROR_FALLBACK;404"));
  expect(await save(sessionId, 1)).toBe(404);
});

test("an address that names no session, and a role that is none of the room's, find nothing", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const sessionId = await makeSession(therapist, patient, -2);
  await makeGrant(patient, companion, [sessionId]);
  acting = companion;
  expect(await open("not-an-id")).toEqual(Array(3).fill("NEXT_HTTP_ERROR_FALLBACK;404"));
  acting = patient;
  expect(await save(sessionId, 0)).toBe(404);
});
