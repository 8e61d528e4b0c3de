/** Bytes that only the one whose key it is can read, bound to where they lie. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; body: ArrayBuffer };

const keys = new Map<string, Promise<CryptoKey>>();

/** The key of somebody's devices out of base64. It cannot be taken out of the browser again. */
export function keyOf(deviceKey: string, use: KeyUsage[] = ["encrypt", "decrypt"]): Promise<CryptoKey> {
  const name = `${use} ${deviceKey}`;
  const key = keys.get(name) ?? crypto.subtle.importKey("raw", fromBase64(deviceKey), "AES-GCM", false, use);
  keys.set(name, key);
  return key;
}

export async function seal(key: CryptoKey, boundTo: string, plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, body: await crypto.subtle.encrypt(how(iv, boundTo), key, plain) };
}

/** @throws when the key is another, or it was bound to another place. */
export const unseal = (key: CryptoKey, boundTo: string, { iv, body }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt(how(iv, boundTo), key, body);

export const sealJson = (key: CryptoKey, boundTo: string, value: unknown): Promise<Sealed> =>
  seal(key, boundTo, new TextEncoder().encode(JSON.stringify(value)));

export const unsealJson = async <T>(key: CryptoKey, boundTo: string, sealed: Sealed): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await unseal(key, boundTo, sealed)));

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

const how = (iv: Uint8Array<ArrayBuffer>, boundTo: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(boundTo),
});
