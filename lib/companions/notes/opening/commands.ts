import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { sha256 } from "@/lib/core/crypto";
import { type Db, write } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { findHanded, keepWhom } from "../commands";
import type { OpenInput } from "../schema";
import type { AsideInput, OpenLineInput } from "./schema";

/** The patient opens one line. The rest of the note stays closed. Kept is when that was first. */
export function openLine(actor: Actor, { noteId, lineId, openWith }: OpenLineInput) {
  return write(actor, "companionLine.open", async (db, audit) => {
    await findLine(db, noteId, lineId);
    await keepWhom(db, noteId, openWith);
    await db.companionLine.updateMany({ where: { id: lineId, openedAt: null }, data: { openedAt: now() } });
    const onceKey = sha256(`companionLine.open ${lineId}`);
    audit({ patientId: actor.personId, subject: "companionLine", subjectId: lineId, onceKey });
    return lineId;
  });
}

/** The patient says with whom they want to be when they open it, another day. Nothing is opened. */
export function chooseWhom(actor: Actor, { noteId, openWith }: OpenInput) {
  return write(actor, "companionNote.chooseWhom", async (db, audit) => {
    await findHanded(db, noteId);
    await keepWhom(db, noteId, openWith);
    audit({ patientId: actor.personId, subject: "companionNote", subjectId: noteId });
    return noteId;
  });
}

/** The patient lays a line, or the whole note, out of sight for now. Who may read it stays as it is. */
export function setAside(actor: Actor, input: AsideInput) {
  return lay(actor, input, now());
}

/** What was set aside is back among the rest. */
export function takeUp(actor: Actor, input: AsideInput) {
  return lay(actor, input, null);
}

function lay(actor: Actor, { noteId, lineId }: AsideInput, setAsideAt: Date | null) {
  const verb = setAsideAt ? "companionLine.setAside" : "companionLine.takeUp";
  return write(actor, verb, async (db, audit) => {
    if (lineId) await findLine(db, noteId, lineId);
    else await findHanded(db, noteId);
    const change = { where: { id: lineId ?? noteId }, data: { setAsideAt } };
    await (lineId ? db.companionLine.updateMany(change) : db.companionNote.updateMany(change));
    if (lineId && !setAsideAt) await openWithNote(db, lineId);
    const about = lineId
      ? { subject: "companionLine", subjectId: lineId }
      : { subject: "companionNote", subjectId: noteId };
    audit({ patientId: actor.personId, ...about });
    return lineId ?? noteId;
  });
}

/** A line that comes back to a note that is open as a whole is open too. */
const openWithNote = (db: Db, id: string) =>
  db.companionLine.updateMany({
    where: { id, openedAt: null, note: { openedAt: { not: null } } },
    data: { openedAt: now() },
  });

const findLine = async (db: Db, noteId: string, id: string) =>
  found(await db.companionLine.findFirst({ where: { id, noteId, removedAt: null }, select: { id: true } }));
