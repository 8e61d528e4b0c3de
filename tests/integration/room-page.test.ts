import { expect, test, vi } from "vitest";
import RoomPage from "@/app/(room)/companion/sessions/[sessionId]/room/page";
import { endGrant } from "@/lib/companions/grants/commands";
import { handOverNote } from "@/lib/companions/notes/commands";
import { keepFromRoom } from "@/lib/companions/room/commands";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/db";
import { startSession } from "@/lib/sessions/commands";
import { makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeSession, makeTrio } from "../support/companions";
import { countStatements, renderOnServer } from "../support/statements";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
}));

const open = (sessionId: string) => RoomPage({ params: Promise.resolve({ sessionId }) });
const outcome = (sessionId: string) =>
  open(sessionId).then(
    () => "there",
    ({ digest }) => String(digest),
  );
const line = () => ({ kind: "line" as const, id: newId(), at: new Date(), text: "By the door." });

async function makeRoom(hours = -1 / 3) {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, hours);
  if (hours < 0) await startSession(trio.therapist, { sessionId });
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  acting = trio.companion;
  return { ...trio, sessionId, grantId };
}

test("the room is there on the day, for the companion who is let in and nobody else", async () => {
  const { clinicId, patient, grantId, sessionId } = await makeRoom();
  expect(await outcome(sessionId)).toBe("there");
  await endGrant(patient, { grantId });
  expect(await outcome(sessionId)).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
  acting = await makePerson(clinicId, "companion");
  for (const id of [sessionId, newId(), "not-an-id"]) expect(await outcome(id)).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
});

test("before its day, and once the note is handed over, the room leads back to the session", async () => {
  const early = await makeRoom(48);
  expect(await outcome(early.sessionId)).toContain(`/companion/sessions/${early.sessionId};`);
  const { companion, sessionId } = await makeRoom();
  await keepFromRoom(companion, sessionId, [line()]);
  await handOverNote(companion, { sessionId, version: 1 });
  expect(await outcome(sessionId)).toContain(`/companion/sessions/${sessionId};`);
});

test("the page takes as many statements with many lines as with one", async () => {
  const { companion, sessionId } = await makeRoom();
  await keepFromRoom(companion, sessionId, [line()]);
  await renderOnServer(open(sessionId));
  const one = await countStatements(() => renderOnServer(open(sessionId)));
  await keepFromRoom(companion, sessionId, Array.from({ length: 40 }, line));
  expect(await countStatements(() => renderOnServer(open(sessionId)))).toBe(one);
});
