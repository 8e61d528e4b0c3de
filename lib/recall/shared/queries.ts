import { listSharedLines } from "@/lib/companions/notes/queries";
import type { Actor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/db";
import { listEntriesByIds } from "@/lib/journal/queries";
import { entryTitle, excerptOf, kindWords } from "@/lib/journal/rules";
import { listQuotes } from "@/lib/quotes/queries";
import { hasBegun, type SessionKind, type SessionState } from "@/lib/sessions/rules";
import { listEntriesNear, listLaid } from "../places/queries";
import { spanOf } from "../rules";

/** One thing of a session that the care team sees, opened. `brought`: the patient wants to bring it to integration. */
export type SharedThing = {
  id: string;
  subject: "entry" | "companionLine" | "quote";
  at: Date;
  text: string;
  by: string;
  memory: string | null;
  brought: boolean;
};

const times = {
  id: true,
  patientId: true,
  kind: true,
  state: true,
  startsAt: true,
  endsAt: true,
  startedAt: true,
  completedAt: true,
} as const;

type Session = { id: string; patientId: string; kind: SessionKind; state: SessionState; startsAt: Date };

type Part = Parameters<typeof spanOf>[0] & Pick<Session, "id" | "patientId" | "kind">;

/** The dose that a session is about: itself, or the last one before it. Null where there is none yet. */
function findDose(db: Db, session: Session) {
  const before = { patientId: session.patientId, startsAt: { lte: session.startsAt } };
  return db.session.findFirst({
    where: {
      kind: "dosing",
      state: { in: ["inProgress", "completed"] },
      ...(session.kind === "dosing" ? { id: session.id } : before),
    },
    select: times,
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
  });
}

/**
 * What a patient shares of a dose with their care team, with what the one who asks wrote down themselves, by its time. Exactly what they see
 * anyway: nothing tells of what is not shared. Null where there is no dose to look at.
 */
export async function findSharedPart(db: Db, actor: Actor, session: Session) {
  const dose = await findDose(db, session);
  return dose && hasBegun(dose) ? findPartOf(db, actor, dose) : null;
}

/** The same of one session, also where nobody noted its beginning. Pages and what was said are laid beside dosing sessions alone. */
export async function findPartOf(db: Db, actor: Actor, dose: Part) {
  const span = spanOf(dose);
  const isDose = dose.kind === "dosing";
  const laidOf = await listLaid(db, dose.id);
  const near = isDose ? await listEntriesNear(db, dose.patientId, span) : [];
  const entries = await listEntriesByIds(
    db,
    near.map(({ id }) => id),
  );
  const quotes = (isDose ? await listQuotes(db, dose.id) : []).filter(
    ({ authorId, sharedAt }) => authorId === actor.personId || sharedAt !== null,
  );
  const things: Omit<SharedThing, "brought">[] = [
    ...(await listSharedLines(db, dose.id)).map((line) => ({ ...line, subject: "companionLine" as const })),
    ...entries.map((entry) => ({
      ...{ id: entry.id, subject: "entry" as const, at: entry.at, by: kindWords(entry.kind), memory: null },
      text:
        [entry.title, excerptOf(entry.text, 400)].filter(Boolean).join(": ") || entryTitle(entry, actor.clinicTimeZone),
    })),
    ...quotes.map(({ id, at, text, by, authorId }) => ({
      ...{ id, subject: "quote" as const, at, text, memory: null },
      by: authorId === actor.personId ? "You" : by,
    })),
  ];
  const rows = things
    .map((thing) => ({ ...thing, brought: laidOf(thing.id).bringAt !== null }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  return { dose: { id: dose.id, startsAt: dose.startsAt }, start: span.start, rows };
}

export type SharedPart = Awaited<ReturnType<typeof findPartOf>>;
