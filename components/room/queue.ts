import { listRows, putRow, type Row, removeRows } from "./place";

/** Who is signed in, and the key of their devices in base64. */
export type Person = { personId: string; deviceKey: string };
export type Kind = "line" | "lookIn" | "call";
/** Something that happened in a room. `id` is a UUID v7, so ids are in the order in which things were kept; `at` is in ISO. */
export type Thing = { id: string; kind: Kind; at: string; text?: string };
export type Waiting = Thing & { sessionId: string };

/** What a browser would not store: it lives as long as the page. */
const loose = new Map<string, Waiting & { personId: string }>();
const keys = new Map<string, Promise<CryptoKey>>();

/** Keeps a thing until the portal has it. Answers whether this device does; else it is kept by the open page alone. */
export async function keepThing(person: Person, sessionId: string, thing: Thing): Promise<boolean> {
  const { id } = thing;
  const { personId } = person;
  loose.set(id, { ...thing, sessionId, personId });
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(thing));
    const body = await crypto.subtle.encrypt(how(iv, personId, sessionId, id), await keyOf(person), plain);
    await putRow({ id, personId, sessionId, isCall: thing.kind === "call", sealed: { iv, body } });
    loose.delete(id);
    return true;
  } catch {
    return false;
  }
}

/** What waits on this device for that person, in the order in which it was kept: of one session, or of all. */
export async function listWaiting(person: Person, sessionId?: string): Promise<Waiting[]> {
  const { personId } = person;
  const mine = (one: { personId: string; sessionId: string }) =>
    one.personId === personId && (sessionId === undefined || one.sessionId === sessionId);
  const rows = (await listRows().catch(() => [])).filter(mine);
  const opened = await Promise.all(rows.map((row) => openRow(person, row)));
  const held = [...loose.values()].filter(mine).map(({ personId: _, ...thing }) => thing);
  const all = [...opened.filter((thing) => thing !== null), ...held];
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The portal has these, or nobody may have them. */
export async function letGo(ids: string[]): Promise<void> {
  for (const id of ids) loose.delete(id);
  await removeRows(ids).catch(() => undefined);
}

/** Whether something is kept by the open page alone. */
export const isLoose = (): boolean => loose.size > 0;

async function openRow(person: Person, { id, sessionId, sealed: { iv, body } }: Row): Promise<Waiting | null> {
  try {
    const plain = await crypto.subtle.decrypt(how(iv, person.personId, sessionId, id), await keyOf(person), body);
    return { ...JSON.parse(new TextDecoder().decode(plain)), sessionId };
  } catch {
    return null;
  }
}

function keyOf({ deviceKey }: Person): Promise<CryptoKey> {
  const known = keys.get(deviceKey);
  if (known) return known;
  const bytes = Uint8Array.from(atob(deviceKey), (char) => char.charCodeAt(0));
  const key = crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  keys.set(deviceKey, key);
  return key;
}

const how = (iv: Uint8Array<ArrayBuffer>, ...boundTo: string[]) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(`room.${boundTo.join(".")}`),
});
