import { mostAtOnce } from "@/lib/companions/room/device/rules";
import { drain, type Outcome } from "../queue";
import { keyOf, sealJson, unsealJson } from "../seal";
import { type Answer, send, standingOf, whyOf } from "../send";
import { listRows, putRows, type Row, removeRows } from "../store";

/** Who is signed in, and the key of their devices in base64. */
export type Person = { personId: string; deviceKey: string };
export type Kind = "line" | "lookIn" | "call";
/** Something that happened in a room. Ids are in the order in which things were kept; `at` is in ISO. */
export type Thing = { id: string; kind: Kind; at: string; text?: string };
type Waiting = Thing & { sessionId: string };

export const ways = ["calls", "words"] as const;
export type Way = (typeof ways)[number];
export type Sent = (ids: string[], clock: { asked: number; answered: number; portal: number }) => void;

/** What a browser would not store: it lives as long as the page. */
const loose = new Map<string, Waiting & { personId: string }>();

/** Whether something is kept by the open page alone. */
export const isLoose = (): boolean => loose.size > 0;

/** Keeps a thing until the portal has it: on this device, or in the open page alone where the browser stores nothing. */
export async function keepThing(person: Person, sessionId: string, thing: Thing): Promise<void> {
  const { personId } = person;
  loose.set(thing.id, { ...thing, sessionId, personId });
  try {
    const name = nameOf(person, sessionId, thing.id);
    const sealed = await sealJson(await keyOf(person.deviceKey), name, thing);
    await putRows([{ name, sealed }]);
    loose.delete(thing.id);
  } catch {
    // It stays loose, and the page says so.
  }
}

/** What waits on this device for that person, in the order in which it was kept: of one session, or of all. */
export async function listWaiting(person: Person, sessionId?: string): Promise<Waiting[]> {
  const { personId } = person;
  const start = `room.${personId}.${sessionId ? `${sessionId}.` : ""}`;
  const rows = await listRows(start).catch(() => []);
  const opened = await Promise.all(rows.map((row) => openRow(person, row)));
  const held = [...loose.values()].filter(
    (one) => one.personId === personId && (!sessionId || one.sessionId === sessionId),
  );
  const all = [...opened.filter((thing) => thing !== null), ...held.map(({ personId: _, ...thing }) => thing)];
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Sends what waits of one session, in the order in which it was kept. Calls go on a way of their own, so that none waits behind words.
 * Where access has ended, words go where the patient wanted them, and the device keeps nothing.
 */
export async function sendWaiting(person: Person, sessionId: string, way: Way, onSent?: Sent): Promise<Outcome> {
  const outcome = await drain<Waiting>({
    lock: `threshold-room-${sessionId}-${way}`,
    most: mostAtOnce,
    waiting: async () =>
      (await listWaiting(person, sessionId)).filter(({ kind }) => (kind === "call") === (way === "calls")),
    send: (some) => sendSome(person, sessionId, some, way === "calls" ? 5_000 : 15_000, onSent),
    letGo: (some) => letGo(person, some),
  });
  if (outcome.standing === "gone") await offerToDrawer(person, sessionId);
  return outcome;
}

/** Everything that this device still holds for a person, of whichever session. */
export async function sendAllWaiting(person: Person): Promise<void> {
  const sessions = new Set((await listWaiting(person)).map(({ sessionId }) => sessionId));
  for (const sessionId of sessions) for (const way of ways) await sendWaiting(person, sessionId, way);
}

async function sendSome(person: Person, sessionId: string, some: Waiting[], patience: number, onSent?: Sent) {
  const items = some.map(({ sessionId: _, ...thing }) => thing);
  const asked = Date.now();
  const answer = await send(`/api/room/${sessionId}`, { writer: person.personId, json: { items }, patience });
  const outcome = outcomeOf(answer);
  if (outcome.standing === "taken") {
    const ids = some.map(({ id }) => id);
    onSent?.(ids, { asked, answered: Date.now(), portal: Number(answer.body.now) });
  }
  return outcome;
}

/** That access has ended is told in words: a page that is missing altogether takes nothing from a device. */
function outcomeOf(answer: Answer): Outcome {
  const standing = standingOf(answer);
  const said = typeof answer.body.message === "string" ? answer.body.message : undefined;
  if (standing === "gone" && !said) return { standing: "away" };
  return standing === "forbidden" ? { standing: "away", why: said } : { standing, why: whyOf(answer) };
}

/** Access has ended: words are offered to the patient's drawer, and whatever the answer is, nothing stays here. */
async function offerToDrawer(person: Person, sessionId: string): Promise<void> {
  const waiting = await listWaiting(person, sessionId);
  const lines = waiting.filter(({ kind }) => kind === "line");
  for (let from = 0; from < lines.length; from += mostAtOnce) {
    const some = lines.slice(from, from + mostAtOnce);
    const json = { sessionId, lines: some.map(({ id, at, text }) => ({ id, at, text })) };
    const standing = standingOf(await send("/api/drawer", { writer: person.personId, json, patience: 15_000 }));
    if (standing !== "taken" && standing !== "refused") return;
    await letGo(person, some);
  }
  await letGo(
    person,
    waiting.filter(({ kind }) => kind !== "line"),
  );
}

async function letGo(person: Person, some: Waiting[]): Promise<void> {
  for (const { id } of some) loose.delete(id);
  await removeRows(some.map(({ id, sessionId }) => nameOf(person, sessionId, id))).catch(() => undefined);
}

async function openRow(person: Person, { name, sealed }: Row): Promise<Waiting | null> {
  try {
    const thing = await unsealJson<Thing>(await keyOf(person.deviceKey), name, sealed);
    return { ...thing, sessionId: name.split(".")[2] ?? "" };
  } catch {
    return null;
  }
}

const nameOf = ({ personId }: Person, sessionId: string, id: string) => `room.${personId}.${sessionId}.${id}`;
