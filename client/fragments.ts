import { newId } from "./ids";
import { drain, type Outcome } from "./queue";
import { keyOf, seal, sealJson, unseal, unsealJson } from "./seal";
import { type Answer, send, standingOf, whyOf } from "./send";
import { findWriter, listRows, putRows, putWriter, type Row, removeRows, removeWriter } from "./store";

export type Fragment = { id: string; text: string; colour: string; at: string; voice: Blob | null };
/** Who is signed in, and the key of their devices in base64. */
export type Person = { personId: string; deviceKey: string };
/** Who is signed in, with the people whom they could call. Never stored. */
export type Here = Person & { clinic: { name: string; phone: string } | null; companions: string[] };
/** Where fragments are: with the portal, or on this device because it does not answer, nobody of theirs is signed in, or it would not take one. */
export type Whereabouts = { standing: "taken" | "away" | "signedOut" | "refused"; why?: string };

const patience = 60_000;

/** Asks the portal who is here. Asking does not count as activity. */
export async function whoIsHere(): Promise<Here | Whereabouts> {
  const answer = await send("/api/fragments", { method: "GET" });
  const standing = standingOf(answer);
  if (standing === "taken") return answer.body as Here;
  // Somebody who is no patient is signed in.
  if (standing === "signedOut" || standing === "gone") return { standing: "signedOut" };
  return { standing: "away", why: whyOf(answer) };
}

/** While somebody is signed in: the device gets a key with which it can write for them, and cannot read again. */
export async function becomeWriter({ personId, deviceKey }: Person): Promise<boolean> {
  try {
    await putWriter({ personId, key: await keyOf(deviceKey, ["encrypt"]) });
    return true;
  } catch {
    return false;
  }
}

/** Signing out: this device can write for nobody. What it kept stays sealed, and is sent once the same person is back. */
export const forgetWriter = (): Promise<void> => removeWriter().catch(() => undefined);

/** Seals a fragment into this device. Without a writer, or without storage, nothing is kept. */
export async function keepHere({ id, voice, ...said }: Fragment): Promise<boolean> {
  try {
    const writer = await findWriter();
    if (!writer) return false;
    const { personId, key } = writer;
    const name = nameOf(personId, id);
    const words: Row = { name, sealed: await sealJson(key, name, said) };
    await putRows(voice ? [words, await voiceRow(writer, id, voice)] : [words]);
    return true;
  } catch {
    return false;
  }
}

async function voiceRow({ personId, key }: { personId: string; key: CryptoKey }, entryId: string, voice: Blob) {
  const name = nameOf(personId, newId());
  return { name, sealed: await seal(key, name, await voice.arrayBuffer()), about: { entryId, type: voice.type } };
}

/** Sends what this device kept for the person who is signed in, the oldest first and words before their voice. */
export async function sendKept(person: Person): Promise<Whereabouts> {
  const start = nameOf(person.personId, "");
  const outcome = await drain<Kept>({
    lock: "threshold-fragments",
    most: 1,
    waiting: async () =>
      (await listRows(start)).map((row) => ({ id: row.name.slice(start.length), row })).sort(wordsFirst),
    send: ([one]) => sendOne(person, one as Kept),
    letGo: (some) => removeRows(some.map(({ row }) => row.name)),
  });
  return whereaboutsOf(outcome);
}

/** Whether anything waits on this device, for whomever. */
export const isAnythingKept = async (): Promise<boolean> => (await listRows("quiet.").catch(() => [])).length > 0;

type Kept = { id: string; row: Row };

const entryOf = ({ id, row }: Kept) => String(row.about?.entryId ?? id);

const wordsFirst = (a: Kept, b: Kept) =>
  entryOf(a).localeCompare(entryOf(b)) || Number(Boolean(a.row.about)) - Number(Boolean(b.row.about));

async function sendOne({ personId, deviceKey }: Person, { id, row: { name, sealed, about } }: Kept): Promise<Outcome> {
  const key = await keyOf(deviceKey);
  try {
    if (!about) {
      const said = await unsealJson<object>(key, name, sealed);
      return outcomeOf(await send("/api/fragments", { writer: personId, json: { id, ...said }, patience }));
    }
    const bytes = { body: await unseal(key, name, sealed), type: String(about.type) || "application/octet-stream" };
    const query = new URLSearchParams({ source: "voice", entryId: String(about.entryId), id });
    return outcomeOf(await send(`/api/media?${query}`, { writer: personId, bytes, patience }));
  } catch {
    // What cannot be opened any more stays here, and does not hold up the others.
    return { standing: "refused" };
  }
}

/** What the portal does not take for good stays on the device, and the next one has its turn. */
export function outcomeOf(answer: Answer): Outcome {
  const standing = standingOf(answer);
  const isRefused = ["gone", "closed", "conflict"].includes(standing);
  return { standing: isRefused ? "refused" : standing, why: whyOf(answer) };
}

export function whereaboutsOf({ standing, why }: Outcome): Whereabouts {
  if (standing === "taken" || standing === "signedOut" || standing === "refused") return { standing, why };
  return { standing: "away", why };
}

const nameOf = (personId: string, id: string) => `quiet.${personId}.${id}`;
