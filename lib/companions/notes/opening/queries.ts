import { nameOf } from "@/lib/companions/grants/rules";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { standOf } from "./rules";

/** One line of a handed-over note for its patient, once it is open and not set aside; `startsAt` is when the session began. */
export async function findOpenedLine(db: Db, noteId: string, lineId: string) {
  if (!isId(noteId) || !isId(lineId)) return null;
  const line = await db.companionLine.findFirst({
    where: { id: lineId, noteId, removedAt: null },
    select: {
      ...{ id: true, at: true, textSealed: true, openedAt: true, setAsideAt: true },
      note: {
        select: {
          openedAt: true,
          setAsideAt: true,
          session: { select: { startsAt: true } },
          grant: { select: { companionName: true, nameGoneAt: true } },
        },
      },
    },
  });
  if (!line || line.note.setAsideAt || standOf(line, line.note.openedAt) !== "open") return null;
  const { note, textSealed, id, at } = line;
  const text = await unseal(db, id, textSealed);
  return { id, at, text, companionName: nameOf(note.grant), startsAt: note.session.startsAt };
}
