import type { Kept } from "./plan";

const prefix = "threshold.draft.";

/** One text in this browser's storage, encrypted. Each page has its own place, so two tabs never overwrite each other. */
export class DevicePlace {
  readonly #name: string;
  #key: Promise<CryptoKey> | undefined;
  #turn = 0;

  constructor(
    private readonly slot: string,
    private readonly deviceKey: string,
  ) {
    this.#name = `${prefix}${slot}.${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  }

  /** Answers whether the text is kept. A browser may refuse: private windows, a full disk, plain http. */
  async keep(kept: Kept): Promise<boolean> {
    const turn = ++this.#turn;
    try {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(kept));
      const body = new Uint8Array(await crypto.subtle.encrypt(this.#how(nonce), await this.#opened(), plain));
      if (turn !== this.#turn) return true;
      localStorage.setItem(this.#name, `${toBase64(nonce)}.${toBase64(body)}`);
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    this.#turn++;
    remove(this.#name);
  }

  /** What other pages kept for the same slot, newest first, with the name under which to remove it. */
  async listOthers(): Promise<{ name: string; kept: Kept }[]> {
    const found: { name: string; kept: Kept }[] = [];
    for (const name of namesOf(`${prefix}${this.slot}.`)) {
      const kept = name === this.#name ? null : await this.#open(name);
      if (kept) found.push({ name, kept });
    }
    return found.sort((a, b) => b.kept.at - a.kept.at);
  }

  async #open(name: string): Promise<Kept | null> {
    try {
      const [nonce, body] = (localStorage.getItem(name) ?? "").split(".").map(fromBase64);
      if (!nonce || !body) return null;
      const plain = await crypto.subtle.decrypt(this.#how(nonce), await this.#opened(), body);
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      return null;
    }
  }

  #how(iv: Uint8Array<ArrayBuffer>) {
    return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(this.slot) };
  }

  #opened() {
    this.#key ??= crypto.subtle.importKey("raw", fromBase64(this.deviceKey), "AES-GCM", false, ["encrypt", "decrypt"]);
    return this.#key;
  }
}

export function remove(name: string) {
  try {
    localStorage.removeItem(name);
  } catch {
    // A browser without storage kept nothing.
  }
}

/** Nothing of anybody's stays on this device. */
export const forgetAllDrafts = () => namesOf(prefix).forEach(remove);

function namesOf(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(start));
  } catch {
    return [];
  }
}

const toBase64 = (bytes: Uint8Array) => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
