import type { Actor } from "@/lib/core/actor";
import type { Saved } from "@/lib/core/autosave";
import { dayOf, fromLocal, now } from "@/lib/core/clock";
import { hashingKey, seal, sha256 } from "@/lib/core/crypto";
import { type Db, newId, withoutKey, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { moodField } from "./limits/rules";
import { type Entry, findEntry, findVersion, type Written } from "./queries";
import {
  type Colour,
  fragmentTime,
  isBlank,
  isTakenUpAgain,
  losesMost,
  moodWords,
  ownMoods,
  reasonNotToSealUntil,
  reasonNotToWrite,
  sameWords,
} from "./rules";
import type { EntryInput, SealInput } from "./schema";
import { hashWords, wordsIn } from "./search/rules";

/**
 * Keeps a page of the journal, sealed. The first save begins it under the id that the page brought; nothing written begins nothing.
 * Taken up again after ten minutes, or with most of it gone, what stood there before is kept as a version. Logged once a sitting.
 * @throws DomainError `conflict` with the other text when it was saved elsewhere since `version`.
 */
export async function saveEntry(actor: Actor, input: EntryInput): Promise<Saved> {
  if (may(actor, "entry.save") && input.version === 0 && isBlank(input) && !input.spoken)
    return { version: input.version, savedAt: now() };
  return write(withoutKey(actor), "entry.save", async (db, audit) => {
    const kept = await findEntry(db, input.entryId);
    audit({ ...about(actor, input.entryId), onceKey: sha256(`entry.save:${actor.signInId}:${input.entryId}`) });
    return kept ? change(db, actor, kept, input) : begin(db, actor, input);
  });
}

type Fragment = { id: string; text: string; colour: Colour | ""; at: Date };

/** Keeps a fragment that a device may send again and again: the id decides. Its time is moved into the last thirty days. */
export const keepFragment = (actor: Actor, { id, text, colour, at }: Fragment) =>
  write(actor, "entry.save", async (db, audit) => {
    const words = { title: "", text, moods: [] };
    await insert(db, actor, { id, kind: "fragment", colour, prompt: "", at: fragmentTime(at, now()) }, words);
    found(await db.entry.findUnique({ where: { id }, select: { id: true } }));
    audit({ ...about(actor, id), onceKey: sha256(`entry.save:${actor.signInId}:${id}`) });
    return id;
  });

/** Lays an entry out of sight. It stays, and nobody else reads it from now on. */
export const putAway = (actor: Actor, { entryId }: { entryId: string }) =>
  write(actor, "entry.putAway", async (db, audit) => {
    const { sealedUntil } = found(await findEntry(db, entryId));
    if (sealedUntil) throw new DomainError("conflict", "This letter was sealed, and stays where it is.");
    await db.entry.updateMany({ where: { id: entryId, putAwayAt: null }, data: { putAwayAt: now() } });
    await unshare(db, entryId);
    audit(about(actor, entryId));
    return entryId;
  });

export const bringBack = (actor: Actor, { entryId }: { entryId: string }) =>
  write(actor, "entry.bringBack", async (db, audit) => {
    found(await findEntry(db, entryId));
    await db.entry.updateMany({ where: { id: entryId }, data: { putAwayAt: null } });
    audit(about(actor, entryId));
    return entryId;
  });

/** Writes an earlier version as the newest. What stands there now becomes a version itself. */
export const bringBackVersion = (actor: Actor, input: { entryId: string; number: number; version: number }) =>
  write(actor, "entry.save", async (db, audit) => {
    const { entryId, number, version } = input;
    const kept = writable(found(await findEntry(db, entryId)));
    const { title, text, moods } = found(await findVersion(db, entryId, number));
    await keepVersion(db, actor, kept);
    await update(db, actor, { ...kept, version }, { title, text, moods }, {});
    audit({ ...about(actor, entryId), detail: { number } });
    return entryId;
  });

/**
 * Closes a letter until the day begins in its writer's zone, even to themselves, and takes back what was shared of it.
 * `day` is `2027-03-03`, from tomorrow to ten years on.
 */
export const sealLetter = (actor: Actor, { entryId, day }: SealInput) =>
  write(actor, "letter.seal", async (db, audit) => {
    const letter = writable(found(await findEntry(db, entryId)));
    const reason = reasonNotToSealUntil(day, dayOf(now(), actor.timeZone));
    if (reason) throw new DomainError("invalid", reason, { field: "day" });
    if (letter.kind !== "letter") throw new DomainError("conflict", "Only a letter can be sealed.");
    const until = fromLocal(`${day}T00:00`, actor.timeZone);
    await unshare(db, entryId);
    const [sealed] = await db.$queryRaw<{ id: string | null }[]>`
      select seal_letter(${entryId}::uuid, ${until}::timestamptz, ${now()}::timestamptz) as "id"`;
    found(sealed?.id);
    audit(about(actor, entryId));
    return entryId;
  });

/** Takes back what was shared of a page, and of the pictures and sounds that belong to it. */
async function unshare(db: Db, entryId: string): Promise<void> {
  const media = await db.media.findMany({ where: { entryId }, select: { id: true } });
  const subjectId = { in: [entryId, ...media.map(({ id }) => id)] };
  await db.share.updateMany({ where: { subjectId, takenBackAt: null }, data: { takenBackAt: now() } });
}

type Frame = Pick<EntryInput, "kind" | "prompt" | "colour">;

async function begin(db: Db, actor: Actor, input: EntryInput): Promise<Saved> {
  const { entryId: id, kind, prompt, colour } = input;
  const at = now();
  if (await insert(db, actor, { id, kind, prompt, colour, at }, input)) return { version: 1, savedAt: at };
  throw changedElsewhere({ ...found(await findEntry(db, id)), promptKey: prompt });
}

async function change(db: Db, actor: Actor, kept: Entry, input: EntryInput): Promise<Saved> {
  const { kind, prompt, colour, version } = input;
  const sameFrame = kept.kind === kind && kept.promptKey === prompt && kept.colour === colour;
  if (sameFrame && sameWords(kept, input)) return { version: kept.version, savedAt: kept.savedAt };
  writable(kept);
  if (kept.version !== version) throw changedElsewhere({ ...kept, promptKey: prompt });
  const keepsOld = isTakenUpAgain(kept, now()) || losesMost(kept, input);
  if (keepsOld && !sameWords(kept, input)) await keepVersion(db, actor, kept);
  return update(db, actor, kept, input, { kind, prompt, colour });
}

async function insert(db: Db, actor: Actor, row: Frame & { id: string; at: Date }, words: Written): Promise<boolean> {
  const { clinicId, personId: patientId } = actor;
  const data = { ...row, ...(await sealedWords(db, actor, row.id, words)), clinicId, patientId, savedAt: now() };
  const { count } = await db.entry.createMany({ data, skipDuplicates: true });
  return count === 1;
}

async function update(
  db: Db,
  actor: Actor,
  { id, version }: { id: string; version: number },
  words: Written,
  frame: Partial<Frame>,
): Promise<Saved> {
  const savedAt = now();
  const { count } = await db.entry.updateMany({
    where: { id, version, putAwayAt: null },
    data: { ...frame, ...(await sealedWords(db, actor, id, words)), savedAt, version: { increment: 1 } },
  });
  if (count === 0) throw changedElsewhere(found(await findEntry(db, id)));
  return { version: version + 1, savedAt };
}

async function sealedWords(db: Db, { clinicId, personId }: Actor, rowId: string, { title, text, moods }: Written) {
  const key = await hashingKey(db, clinicId, personId);
  const words = hashWords(key, wordsIn([title, text, ...moods].join(" ")));
  return { words, sealed: await seal(db, clinicId, rowId, JSON.stringify({ title, text, moods })) };
}

async function keepVersion(db: Db, { clinicId, personId: patientId }: Actor, entry: Entry): Promise<void> {
  const { title, text, moods, savedAt, version: number, id: entryId } = entry;
  const id = newId();
  const sealed = await seal(db, clinicId, id, JSON.stringify({ title, text, moods }));
  const data = { id, clinicId, patientId, entryId, number, sealed, savedAt };
  await db.entryVersion.createMany({ data, skipDuplicates: true });
}

function writable(entry: Entry): Entry {
  const reason = reasonNotToWrite(entry);
  if (reason) throw new DomainError("conflict", reason);
  return entry;
}

/** Every field that the editor sends, so that both texts can stand side by side. Over a prompt nobody has to choose: the sender's stands. */
function changedElsewhere({ kind, promptKey, colour, title, text, moods, version }: Entry): DomainError {
  const chosen = moodWords.map((word) => [moodField(word), moods.includes(word) ? word : ""]);
  const current = {
    kind,
    prompt: promptKey,
    colour,
    title,
    text,
    ...Object.fromEntries(chosen),
    ownMoods: ownMoods(moods).join(", "),
    version: String(version),
  };
  return new DomainError("conflict", "This page was saved in another place meanwhile. Both texts are here.", {
    current,
  });
}

const about = (actor: Actor, id: string) => ({ patientId: actor.personId, subject: "entry", subjectId: id });
