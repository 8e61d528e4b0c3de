import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { now } from "./clock";
import { masterKey } from "./env";
import type { Db } from "./prisma";

const algorithm = "aes-256-gcm";
const keys = new Map<string, Buffer>();
const newest = new Map<string, { id: string; until: number }>();

/** Encrypts text for one row of a clinic: `v1.key id.nonce.tag.text`, bound to the row's id so that it cannot stand in for another row. */
export async function seal(db: Db, clinicId: string, rowId: string, text: string): Promise<string> {
  const id = await sealingKey(db, clinicId);
  const { nonce, tag, body } = encrypt(await openKey(db, id), Buffer.from(text), rowId);
  return ["v1", id, ...[nonce, tag, body].map((part) => part.toString("base64url"))].join(".");
}

/** Decrypts what `seal` made. @throws when the text was altered or belongs to another row. */
export async function unseal(db: Db, rowId: string, sealed: string): Promise<string> {
  const [version, id, ...parts] = sealed.split(".");
  const [nonce, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== "v1" || !id || !nonce || !tag || !body) throw new Error("Not a sealed text");
  return decrypt(await openKey(db, id), { nonce, tag, body }, rowId).toString();
}

/** Encrypts bytes as `seal` does text: `v1.key id.` in ASCII, then nonce, tag and body. */
export async function sealBytes(
  db: Db,
  clinicId: string,
  rowId: string,
  plain: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const id = await sealingKey(db, clinicId);
  const { nonce, tag, body } = encrypt(await openKey(db, id), Buffer.from(plain), rowId);
  return Uint8Array.from(Buffer.concat([Buffer.from(`v1.${id}.`), nonce, tag, body]));
}

/** Decrypts what `sealBytes` made. @throws when the bytes were altered or belong to another row. */
export async function unsealBytes(db: Db, rowId: string, sealed: Uint8Array): Promise<Buffer> {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const [version, id] = bytes.subarray(0, headLength).toString("ascii").split(".");
  if (version !== "v1" || !id) throw new Error("Not sealed bytes");
  const [nonce, tag] = [bytes.subarray(headLength, headLength + 12), bytes.subarray(headLength + 12, headLength + 28)];
  return decrypt(await openKey(db, id), { nonce, tag, body: bytes.subarray(headLength + 28) }, rowId);
}

/** `v1.`, a UUID and a full stop. */
const headLength = 40;

/**
 * A key for hashes by which one person's words can be found again without being read: 32 bytes. It comes from the clinic's
 * oldest data key, so that hashes stay the same when the key that seals is changed.
 */
export async function hashingKey(db: Db, clinicId: string, personId: string): Promise<Buffer> {
  const { id } = await db.clinicKey.findFirstOrThrow({
    where: { clinicId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return Buffer.from(hkdfSync("sha256", await openKey(db, id), personId, "words to search by", 32));
}

/** A new data key for a clinic, wrapped by the master key. */
export function wrapNewKey(clinicId: string): { masterId: string; wrapped: Uint8Array<ArrayBuffer>; createdAt: Date } {
  const { nonce, tag, body } = encrypt(masterKey(), randomBytes(32), clinicId);
  return { masterId: masterId(), wrapped: Uint8Array.from([...nonce, ...tag, ...body]), createdAt: now() };
}

/** The key with which one person's browser keeps drafts while the server is away: base64, the same on all their devices. */
export const deviceKey = (personId: string): string =>
  Buffer.from(hkdfSync("sha256", masterKey(), personId, "drafts on a device", 32)).toString("base64");

/** SHA-256 in hex, for tokens and handles. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** 32 random bytes for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

async function sealingKey(db: Db, clinicId: string): Promise<string> {
  const known = newest.get(clinicId);
  if (known && known.until > Date.now()) return known.id;
  const { id } = await db.clinicKey.findFirstOrThrow({
    where: { clinicId, retiredAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  newest.set(clinicId, { id, until: Date.now() + 60_000 });
  return id;
}

async function openKey(db: Db, id: string): Promise<Buffer> {
  const known = keys.get(id);
  if (known) return known;
  const { wrapped, clinicId, masterId: wrappedBy } = await db.clinicKey.findUniqueOrThrow({ where: { id } });
  if (wrappedBy !== masterId()) throw new Error("This clinic's key was wrapped by another master key");
  const bytes = Buffer.from(wrapped);
  const opened = decrypt(
    masterKey(),
    { nonce: bytes.subarray(0, 12), tag: bytes.subarray(12, 28), body: bytes.subarray(28) },
    clinicId,
  );
  keys.set(id, opened);
  return opened;
}

const masterId = () => createHash("sha256").update(masterKey()).digest("hex").slice(0, 16);

type Encrypted = { nonce: Buffer; tag: Buffer; body: Buffer };

function encrypt(key: Buffer, plain: Buffer, boundTo: string): Encrypted {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, tag: cipher.getAuthTag(), body };
}

function decrypt(key: Buffer, { nonce, tag, body }: Encrypted, boundTo: string): Buffer {
  const decipher = createDecipheriv(algorithm, key, nonce).setAAD(Buffer.from(boundTo)).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
