import { startPortal } from "@/e2e/support/server";
import { acknowledgeCall } from "@/lib/companions/calls/commands";
import { cookieName } from "@/lib/core/cookies";
import { newId } from "@/lib/core/db";
import { closeClients } from "@/lib/core/prisma";
import { Stop } from "@/scripts/lib/stop";
import { measureLongRoom } from "./rooms.browser";
import { follow, type Stream } from "./rooms.stream";
import { makeRooms, pointAt, type Room } from "./rooms.world";

const count = 20;
const rounds = 10;
const limit = 2_000;

/**
 * Twenty rooms on the production server with a data folder of its own: each with a companion who writes, and a therapist, both following
 * their streams. In every round all companions call at the same moment, and all therapists answer. Then one room of four hours in a browser.
 */
export async function main() {
  const portal = await startPortal();
  try {
    await pointAt(portal.dataDir, portal.origin);
    const rooms = await makeRooms(count);
    const times = await callOften(portal.origin, rooms);
    report({ "call → therapist": times.calls, "answer → room": times.answers, "a line is kept": times.lines });
    const first = rooms[0];
    if (first) console.table(await measureLongRoom(portal.origin, first));
    const worst = Math.max(at(times.calls, 0.95), at(times.answers, 0.95));
    if (!(worst < limit)) throw new Stop(`It takes ${worst} ms at p95, and ${limit} ms at most are meant.`);
  } finally {
    await closeClients();
    await portal.stop();
  }
}

type Open = Room & { team: Stream; inRoom: Stream };

async function callOften(origin: string, rooms: Room[]) {
  const open: Open[] = await Promise.all(
    rooms.map(async (room) => ({
      ...room,
      team: await follow(origin, "/api/calls/stream", room.therapist.handle),
      inRoom: await follow(
        origin,
        `/api/room/${room.sessionId}/stream?writer=${room.companion.actor.personId}`,
        room.companion.handle,
      ),
    })),
  );
  const times = { calls: [] as number[], answers: [] as number[], lines: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    await Promise.all(open.map((room) => callOnce(origin, room, times)));
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  for (const { team, inRoom } of open) for (const stream of [team, inRoom]) stream.leave();
  return times;
}

async function callOnce(origin: string, room: Open, times: Record<"calls" | "answers" | "lines", number[]>) {
  const id = newId();
  const shown = room.team.until((glance) => glance.calls?.some((call) => call.id === id) ?? false);
  const known = room.inRoom.until(
    (glance) => glance.calls?.some((call) => call.id === id && call.acknowledgedAt) ?? false,
  );
  const said = { kind: "line", id: newId(), at: new Date().toISOString(), text: "You can hang it there, by the door." };
  const begun = performance.now();
  const line = send(origin, room, said).then(() => times.lines.push(performance.now() - begun));
  await send(origin, room, { kind: "call", id, at: new Date().toISOString() });
  await shown;
  times.calls.push(performance.now() - begun);
  const answered = performance.now();
  await acknowledgeCall(room.therapist.actor, { callId: id });
  await known;
  times.answers.push(performance.now() - answered);
  await line;
}

async function send(origin: string, { sessionId, companion }: Room, item: object) {
  const response = await fetch(`${origin}/api/room/${sessionId}`, {
    method: "POST",
    headers: { origin, cookie: `${cookieName("sign-in")}=${companion.handle}`, "content-type": "application/json" },
    body: JSON.stringify({ writer: companion.actor.personId, items: [item] }),
  });
  if (!response.ok) throw new Error(`The room answered ${response.status}: ${await response.text()}`);
}

const at = (times: number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN;

function report(measured: Record<string, number[]>) {
  const rows = Object.entries(measured).map(([what, times]) => ({
    what,
    times: times.length,
    "p50 ms": Math.round(at(times, 0.5)),
    "p95 ms": Math.round(at(times, 0.95)),
    "most ms": Math.round(at(times, 1)),
  }));
  console.log(`${count} rooms open, ${count * 2} streams`);
  console.table(rows);
}
