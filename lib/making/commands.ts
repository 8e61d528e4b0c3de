import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal, sealBytes } from "@/lib/core/crypto";
import { type Db, newId, read, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { type Made, remake } from "./gateway";
import { drawArch } from "./images/gateway";
import { findMedia, rowOf, type Words } from "./queries";
import { wordsAlt } from "./rules";
import type { DescribeInput, UploadInput } from "./schema";

/**
 * Keeps an image or a sound, made anew from `bytes`. An id that was kept before answers with it and keeps nothing twice.
 * @throws DomainError `invalid` in kind words when it cannot be kept, `not-found` when the entry is not the patient's.
 */
export async function addMedia(actor: Actor, input: UploadInput, bytes: Uint8Array): Promise<string> {
  if (!may(actor, "media.add")) throw new DomainError("refused", "This is not open to you.");
  const id = input.id ?? newId();
  if (await read(actor, (db) => isKept(db, id))) return id;
  return keep(actor, { ...input, id }, await remake(bytes), { caption: "", alt: "" });
}

/** Keeps a sketch as words alone, with a quiet picture in its place. */
export const addInWords = async (actor: Actor, { words }: { words: string }): Promise<string> =>
  keep(actor, { source: "sketch", id: newId() }, await drawArch(), { caption: words, alt: wordsAlt });

type Kept = UploadInput & { id: string };

function keep(actor: Actor, { id, source, entryId }: Kept, made: Made, words: Words): Promise<string> {
  const { clinicId, personId: patientId } = actor;
  return write(actor, "media.add", async (db, audit) => {
    if (entryId) found(await db.entry.findUnique({ where: { id: entryId }, select: { id: true } }));
    const { kind, type, bytes } = made;
    const picture = made.kind === "image" ? { width: made.width, height: made.height } : { seconds: made.seconds };
    const { count } = await db.media.createMany({
      data: {
        ...{ id, clinicId, patientId, entryId, kind, source, type, ...picture, at: now(), size: bytes.byteLength },
        bytes: await sealBytes(db, clinicId, rowOf(id, "full"), bytes),
        thumb: made.kind === "image" ? await sealBytes(db, clinicId, rowOf(id, "thumb"), made.thumb) : null,
        sealed: await seal(db, clinicId, id, JSON.stringify(words)),
      },
      skipDuplicates: true,
    });
    if (count === 0 && !(await isKept(db, id))) throw new DomainError("conflict", "Please send this once more.");
    audit({ ...about(actor, id), detail: { kind, source } });
    return id;
  });
}

/**
 * Changes a caption and the words for those who do not see it.
 * @throws DomainError `conflict` with the words kept meanwhile when they were changed elsewhere.
 */
export const describeMedia = (actor: Actor, { mediaId, version, caption, alt }: DescribeInput) =>
  write(actor, "media.describe", async (db, audit) => {
    const sealed = await seal(db, actor.clinicId, mediaId, JSON.stringify({ caption, alt }));
    const data = { sealed, version: { increment: 1 } };
    const { count } = await db.media.updateMany({ where: { id: mediaId, version }, data });
    if (count === 0) {
      const kept = found(await findMedia(db, mediaId));
      throw new DomainError("conflict", "You changed these words somewhere else in the meantime. Both are here.", {
        current: { caption: kept.caption, alt: kept.alt, version: String(kept.version) },
      });
    }
    audit(about(actor, mediaId));
    return mediaId;
  });

/** Puts it out of sight, for everybody with whom it was shared too. It can be brought back. */
export const putMediaAway = (actor: Actor, { mediaId }: { mediaId: string }) =>
  write(actor, "media.putAway", async (db, audit) => {
    found(await findMedia(db, mediaId));
    await db.media.updateMany({ where: { id: mediaId, putAwayAt: null }, data: { putAwayAt: now() } });
    audit(about(actor, mediaId));
    return mediaId;
  });

export const bringMediaBack = (actor: Actor, { mediaId }: { mediaId: string }) =>
  write(actor, "media.bringBack", async (db, audit) => {
    found(await findMedia(db, mediaId));
    await db.media.updateMany({ where: { id: mediaId, putAwayAt: { not: null } }, data: { putAwayAt: null } });
    audit(about(actor, mediaId));
    return mediaId;
  });

const isKept = async (db: Db, id: string) =>
  Boolean(await db.media.findUnique({ where: { id }, select: { id: true } }));

const about = (actor: Actor, id: string) => ({ patientId: actor.personId, subject: "media", subjectId: id });
