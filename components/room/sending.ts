import { mostAtOnce } from "@/lib/companions/room/device/rules";
import { type Heard, heard, reasonWords, silence } from "@/lib/core/answers";
import { letGo, listWaiting, type Person, type Waiting } from "./queue";

/** How what was kept stands: the portal has it; it waits for the network or for signing in; access has ended; the note takes nothing more. */
export type Standing = "sent" | "away" | "signedOut" | "ended" | "closed";
export const ways = ["calls", "words"] as const;
/** `why` is said where something on the way answered in the portal's place. */
export type Outcome = { standing: Standing; why?: string };
export type Way = (typeof ways)[number];
export type Sent = (ids: string[], clock?: { asked: number; answered: number; portal: number }) => void;

/**
 * Sends what waits of one session, in the order in which it was kept; each thing leaves the device once the portal has it. Calls go on a
 * way of their own, so that none waits behind words. Where access has ended, words go where the patient wanted them, and the device keeps nothing.
 */
export function sendWaiting(person: Person, sessionId: string, way: Way, onSent: Sent = () => {}): Promise<Outcome> {
  const send = () => sendAlong(person, sessionId, way === "calls", onSent);
  if (!navigator.locks) return send();
  return navigator.locks.request(`threshold-room-${sessionId}-${way}`, send);
}

async function sendAlong(person: Person, sessionId: string, calls: boolean, onSent: Sent): Promise<Outcome> {
  for (;;) {
    const waiting = (await listWaiting(person, sessionId)).filter(({ kind }) => (kind === "call") === calls);
    const next = waiting.slice(0, mostAtOnce);
    if (next.length === 0) return { standing: "sent" };
    const items = next.map(({ sessionId: _, ...thing }) => thing);
    const asked = Date.now();
    const answer = await post(`/api/room/${sessionId}`, person.personId, { items }, calls ? 5_000 : 15_000);
    const { status, isOwn, body } = answer;
    if (!isOwn) return { standing: "away", why: status === 0 ? undefined : reasonWords(answer) };
    // Told in words: a page that is missing altogether takes nothing from a device.
    if (status === 404 && body.message) return endHere(person, sessionId);
    if (status === 401) return { standing: "signedOut" };
    if (status === 423) return { standing: "closed" };
    if (status === 403 && typeof body.message === "string") return { standing: "away", why: body.message };
    if (status !== 200) return { standing: "away" };
    const ids = next.map(({ id }) => id);
    await letGo(ids);
    onSent(ids, { asked, answered: Date.now(), portal: Number(body.now) });
  }
}

/** Access has ended: words are offered to the patient's drawer, and whatever the answer is, nothing stays here. */
async function endHere(person: Person, sessionId: string): Promise<Outcome> {
  const waiting = await listWaiting(person, sessionId);
  const lines = waiting.filter(({ kind }) => kind === "line").map(({ id, at, text }) => ({ id, at, text }));
  for (let from = 0; from < lines.length; from += mostAtOnce) {
    const some = lines.slice(from, from + mostAtOnce);
    const { status, isOwn } = await post("/api/drawer", person.personId, { sessionId, lines: some }, 15_000);
    if (!isOwn || (status !== 200 && status !== 422)) return { standing: "ended" };
    await letGo(some.map(({ id }) => id));
  }
  await letGo(waiting.filter(({ kind }) => kind !== "line").map(({ id }) => id));
  return { standing: "ended" };
}

/** Everything that this device still holds for a person, of whichever session. */
export async function sendAllWaiting(person: Person): Promise<void> {
  const sessions = new Set((await listWaiting(person)).map(({ sessionId }: Waiting) => sessionId));
  for (const sessionId of sessions) for (const way of ways) await sendWaiting(person, sessionId, way);
}

type Answer = Heard & { body: Record<string, unknown> };

async function post(url: string, writer: string, body: object, patience: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-writer": writer },
      body: JSON.stringify(body),
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    return { ...heard(response), body: await response.json().catch(() => ({})) };
  } catch {
    return { ...silence, body: {} };
  }
}
