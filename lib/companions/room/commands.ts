import { callStaff } from "@/lib/companions/calls/commands";
import { keepSaid } from "@/lib/companions/lines/said/commands";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { sha256 } from "@/lib/core/crypto";
import { write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { findRoomTimes, isHandedOver } from "./queries";
import { keptTime, reasonNotToKeep, runsOf } from "./rules";
import type { Kept, KeptLine } from "./schema";

/**
 * Keeps what a device sends from the room, in its order and each once, however often it comes. Answers with the ids that are kept now.
 * @throws DomainError `not-found` when the companion's access has ended, `conflict` when the note is handed over or it is too early.
 */
export async function keepFromRoom(actor: Actor, sessionId: string, items: Kept[]): Promise<string[]> {
  const kept: string[] = [];
  for (const run of runsOf(items)) kept.push(...(await keepRun(actor, sessionId, run)));
  return kept;
}

function keepRun(actor: Actor, sessionId: string, run: Kept[]): Promise<string[]> {
  const kind = run[0]?.kind;
  if (kind === "call") return callStaff(actor, sessionId, run);
  return kind === "line" ? keepSaid(actor, sessionId, run as KeptLine[]) : noteLookIns(actor, sessionId, run);
}

type Look = { id: string; at: Date };

/** The companion looked in on the patient. Answers with the ids that are kept. */
export function noteLookIns(actor: Actor, sessionId: string, looks: Look[]): Promise<string[]> {
  return write(actor, "lookIn.note", async (db, audit) => {
    const session = found(await findRoomTimes(db, sessionId));
    const zone = actor.clinicTimeZone;
    const reason = reasonNotToKeep(session, now(), zone);
    if (reason) throw new DomainError("conflict", reason);
    if (await isHandedOver(db, session.id))
      throw new DomainError("conflict", "You have handed over your note on this session.");
    const { clinicId, personId: authorId } = actor;
    const own = { clinicId, patientId: session.patientId, sessionId: session.id, authorId };
    const data = looks.map(({ id, at }) => ({ ...own, id, at: keptTime(at, session, now(), zone) }));
    await db.lookIn.createMany({ data, skipDuplicates: true });
    const ids = looks.map(({ id }) => id);
    const rows = await db.lookIn.findMany({
      where: { id: { in: ids }, sessionId: session.id, authorId },
      select: { id: true },
    });
    const onceKey = sha256(`lookIn.note ${actor.signInId} ${session.id}`);
    audit({ patientId: session.patientId, subject: "session", subjectId: session.id, onceKey });
    return rows.map(({ id }) => id);
  });
}
