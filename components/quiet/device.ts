import { type Heard, heard, reasonWords, silence } from "@/lib/core/answers";
import { findWriter, type Kept, listKept, putKept, putWriter, removeKept, type Sealed } from "./place";

export type Fragment = { id: string; text: string; colour: string; at: string; voice: Blob | null };
/** Who is signed in, and the key of their devices in base64. */
export type Person = { personId: string; deviceKey: string };

/** While somebody is signed in: the device gets a key with which it can write for them, and cannot read again. */
export async function becomeWriter({ personId, deviceKey }: Person): Promise<boolean> {
  try {
    await putWriter({ slot: "writer", personId, key: await importKey(deviceKey, "encrypt") });
    return true;
  } catch {
    return false;
  }
}

/** Seals a fragment into this device. Without a writer, or without storage, nothing is kept. */
export async function keepHere({ id, text, colour, at, voice }: Fragment): Promise<boolean> {
  try {
    const writer = await findWriter();
    if (!writer) return false;
    const { personId, key } = writer;
    const words = await sealed(
      key,
      `${personId}.${id}`,
      new TextEncoder().encode(JSON.stringify({ text, colour, at })),
    );
    await putKept({ id, personId, words, voice: voice && (await sealedVoice(key, personId, voice)) });
    return true;
  } catch {
    return false;
  }
}

async function sealedVoice(key: CryptoKey, personId: string, voice: Blob) {
  const id = newId();
  return { id, type: voice.type, ...(await sealed(key, `${personId}.${id}`, await voice.arrayBuffer())) };
}

/** How what was kept here stands: all sent, or waiting because the portal does not answer or nobody of theirs is signed in. */
export type Standing = "sent" | "away" | "signedOut" | "refused";
/** `why` is said where something on the way answered in the portal's place. */
export type Outcome = { standing: Standing; why?: string };

/** Sends what this device kept for the person who is signed in, the oldest first. A fragment leaves the device once the portal has all of it. */
export async function sendKept(person: Person): Promise<Outcome> {
  const send = async (): Promise<Outcome> => {
    const key = await importKey(person.deviceKey, "decrypt");
    for (;;) {
      const waiting = await ofPerson(person.personId);
      if (waiting.length === 0) return { standing: "sent" };
      let refusal: Outcome | undefined;
      for (const kept of waiting) {
        // One that cannot be opened any more stays here, and does not hold up the others.
        const outcome = outcomeOf(await sendOne(key, kept).catch(() => unreadable));
        if (outcome.standing === "sent") await removeKept(kept.id);
        else if (outcome.standing === "refused") refusal = outcome;
        else return outcome;
      }
      if (refusal) return refusal;
    }
  };
  try {
    return navigator.locks ? await navigator.locks.request("threshold-fragments", send) : await send();
  } catch {
    return { standing: "away" };
  }
}

const unreadable: Heard = { status: 422, isOwn: true };

/** A fragment leaves the device by the portal's own word alone. */
export function outcomeOf(answer: Heard): Outcome {
  const { status, isOwn } = answer;
  if (status === 0) return { standing: "away" };
  if (!isOwn) return { standing: status === 413 ? "refused" : "away", why: reasonWords(answer) };
  if (status === 200) return { standing: "sent" };
  if (status === 401) return { standing: "signedOut" };
  return { standing: [404, 413, 422, 423].includes(status) ? "refused" : "away" };
}

/** How many fragments wait on this device, for whomever. */
export const countKept = async () => (await listKept().catch(() => [])).length;

async function ofPerson(personId: string): Promise<Kept[]> {
  const kept = await listKept();
  return kept.filter((one) => one.personId === personId).sort((a, b) => a.id.localeCompare(b.id));
}

async function sendOne(key: CryptoKey, { id, personId, words, voice }: Kept): Promise<Heard> {
  const text = new TextDecoder().decode(await opened(key, `${personId}.${id}`, words));
  const body = JSON.stringify({ id, ...JSON.parse(text) });
  const answer = await post("/api/fragments", personId, body, "application/json");
  if (outcomeOf(answer).standing !== "sent" || !voice) return answer;
  const sound = await opened(key, `${personId}.${voice.id}`, voice);
  return post(`/api/media?source=voice&entryId=${id}&id=${voice.id}`, personId, sound, voice.type);
}

async function post(url: string, writer: string, body: BodyInit, type: string): Promise<Heard> {
  try {
    const headers = { "content-type": type || "application/octet-stream", "x-writer": writer };
    const options = { method: "POST", headers, body, cache: "no-store", redirect: "error" } as const;
    return heard(await fetch(url, { ...options, signal: AbortSignal.timeout(60_000) }));
  } catch {
    return silence;
  }
}

const importKey = (base64: string, use: KeyUsage) =>
  crypto.subtle.importKey(
    "raw",
    Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
    "AES-GCM",
    false,
    [use],
  );

async function sealed(key: CryptoKey, boundTo: string, plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, body: await crypto.subtle.encrypt(how(iv, boundTo), key, plain) };
}

const opened = (key: CryptoKey, boundTo: string, { iv, body }: Sealed) =>
  crypto.subtle.decrypt(how(iv, boundTo), key, body);

const how = (iv: Uint8Array<ArrayBuffer>, boundTo: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(`quiet.${boundTo}`),
});

/** A UUID v7: ids in the order of time. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now().toString(16).padStart(12, "0");
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
