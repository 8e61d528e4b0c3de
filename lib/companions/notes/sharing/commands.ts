import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, write } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { addShares } from "@/lib/sharing/commands";
import { standOf } from "../opening/rules";
import type { ChooseLinesInput, ShareNoteInput } from "./schema";

const careTeam = "careTeam" as const;

/** Lets the care team read what a companion wrote around the lines, and with `withLines` every line that is open and not set aside. */
export function shareNote(actor: Actor, { noteId, withLines }: ShareNoteInput) {
  return write(actor, "share.give", async (db, audit) => {
    const note = await findOpened(db, noteId);
    const lines = withLines ? note.shareable : [];
    const own = { subject: "companionNote", subjectId: noteId, audience: careTeam } as const;
    await addShares(db, actor, [own, ...lines.map(asShare)]);
    audit({ ...about(actor, noteId), detail: { audience: careTeam, lines: lines.length } });
    return noteId;
  });
}

/** The care team no longer reads the note, and with `withLines` none of its lines and what is remembered beside them. */
export function takeBackNote(actor: Actor, { noteId, withLines }: ShareNoteInput) {
  return write(actor, "share.takeBack", async (db, audit) => {
    const { all } = await findOpened(db, noteId);
    const ids = [noteId, ...(withLines ? [...all, ...(await memoriesOf(db, all))] : [])];
    await takeBackIds(db, ids, careTeam);
    audit({ ...about(actor, noteId), detail: { audience: careTeam, lines: withLines } });
    return noteId;
  });
}

/** Lets the care team read every line of a note that is open and not set aside, in one act. */
export function shareEveryLine(actor: Actor, { noteId }: { noteId: string }) {
  return write(actor, "share.give", async (db, audit) => {
    const { shareable } = await findOpened(db, noteId);
    await addShares(db, actor, shareable.map(asShare));
    audit({ ...about(actor, noteId), detail: { audience: careTeam, lines: shareable.length } });
    return noteId;
  });
}

/** Nobody but the patient reads any line of a note any more, nor what is remembered beside one. */
export function takeBackEveryLine(actor: Actor, { noteId }: { noteId: string }) {
  return write(actor, "share.takeBack", async (db, audit) => {
    const { all } = await findOpened(db, noteId);
    await takeBackIds(db, [...all, ...(await memoriesOf(db, all))]);
    audit({ ...about(actor, noteId), detail: { audience: "everybody", lines: true } });
    return noteId;
  });
}

/** Lets the care team read these lines of a note and no others of it. What is taken back goes first. */
export async function chooseLines(actor: Actor, { noteId, lineIds }: ChooseLinesInput): Promise<void> {
  const chosen = new Set(lineIds);
  await write(actor, "share.takeBack", async (db, audit) => {
    const { all } = await findOpened(db, noteId);
    const others = all.filter((id) => !chosen.has(id));
    await takeBackIds(db, [...others, ...(await memoriesOf(db, others))], careTeam);
    audit({ ...about(actor, noteId), detail: { audience: careTeam, lines: true } });
    return noteId;
  });
  if (chosen.size === 0) return;
  await write(actor, "share.give", async (db, audit) => {
    const { shareable } = await findOpened(db, noteId);
    const lines = shareable.filter((id) => chosen.has(id));
    await addShares(db, actor, lines.map(asShare));
    audit({ ...about(actor, noteId), detail: { audience: careTeam, lines: lines.length } });
    return noteId;
  });
}

/** The ids of a note's lines: all of them, and those that are open and not set aside. */
async function findOpened(db: Db, noteId: string) {
  const note = found(
    await db.companionNote.findFirst({
      where: { id: noteId, handedOverAt: { not: null } },
      select: {
        openedAt: true,
        lines: { where: { removedAt: null }, select: { id: true, openedAt: true, setAsideAt: true } },
      },
    }),
  );
  const shareable = note.lines.filter((line) => standOf(line, note.openedAt) === "open");
  return { all: note.lines.map(({ id }) => id), shareable: shareable.map(({ id }) => id) };
}

async function memoriesOf(db: Db, lineIds: string[]): Promise<string[]> {
  const rows = await db.memory.findMany({ where: { lineId: { in: lineIds } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

const takeBackIds = (db: Db, ids: string[], audience?: typeof careTeam) =>
  db.share.updateMany({
    where: { subjectId: { in: ids }, audience, takenBackAt: null },
    data: { takenBackAt: now() },
  });

const asShare = (subjectId: string) => ({ subject: "companionLine", subjectId, audience: careTeam }) as const;

const about = (actor: Actor, noteId: string) => ({
  patientId: actor.personId,
  subject: "companionNote",
  subjectId: noteId,
});
