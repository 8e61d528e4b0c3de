import { Stack } from "@/components/ui/stack";
import { listSharedCompanionNotes } from "@/lib/companions/notes/queries";
import type { Actor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/db";
import { findIntentionInView } from "@/lib/notes/queries";
import { findUnseen } from "@/lib/patients/queries";
import { findSharedPart } from "@/lib/recall/shared/queries";
import type { SessionFound } from "@/lib/sessions/queries";
import { CompanionCard } from "./companion-card";
import { IntentionCard } from "./intention-card";
import { SharedPart } from "./shared-part";

/** What lies beside the page while somebody writes about a session: as far as it is shared, and which of it is new. */
export async function findBeside(db: Db, actor: Actor, session: SessionFound) {
  const intention = await findIntentionInView(db, session);
  const part = await findSharedPart(db, actor, session);
  const sessionIds = [session.id, intention?.session.id, part?.dose.id].filter((id) => id !== undefined);
  const companionNotes = await listSharedCompanionNotes(db, [...new Set(sessionIds)]);
  const starts = await db.session.findMany({
    where: { id: { in: sessionIds } },
    select: { id: true, startsAt: true, startedAt: true },
  });
  const startOf = new Map(starts.map(({ id, startsAt, startedAt }) => [id, startedAt ?? startsAt]));
  const rows = part?.rows.filter(({ subject }) => subject !== "quote") ?? [];
  const shown = [intention, ...companionNotes, ...rows].flatMap((one) => (one ? [one.id] : []));
  return { intention, part, companionNotes, startOf, fresh: await findUnseen(db, actor.personId, shown) };
}

type Props = Awaited<ReturnType<typeof findBeside>> & { patientName: string; zone: string };

export function Beside({ intention, part, companionNotes, startOf, fresh, patientName, zone }: Props) {
  return (
    <Stack>
      {intention ? (
        <IntentionCard
          title={`Intention for ${shortDay(intention.session.startsAt, zone)}`}
          intention={intention}
          zone={zone}
          isNew={fresh.has(intention.id)}
        />
      ) : (
        <p className="small soft">
          No intention is shared with you. What {patientName} shares, an intention or what a companion wrote down, lies
          here while you write.
        </p>
      )}
      {part && <SharedPart part={part} patientName={patientName} fresh={fresh} />}
      {companionNotes
        .map((note) => withoutShownLines(note, part))
        .filter(hasWords)
        .map((note) => (
          <CompanionCard
            key={note.id}
            note={note}
            patientName={patientName}
            start={startOf.get(note.sessionId) ?? new Date(0)}
            isNew={fresh.has(note.id)}
          />
        ))}
    </Stack>
  );
}

type Note = Awaited<ReturnType<typeof listSharedCompanionNotes>>[number];

/** A line that lies on the clock already is not shown once more with its note. */
export function withoutShownLines(note: Note, part: Props["part"]): Note {
  const shown = new Set(part?.rows.map(({ id }) => id));
  return { ...note, lines: note.lines.filter(({ id }) => !shown.has(id)) };
}

export const hasWords = ({ lines, saw, seemed, moved }: Note) => lines.length > 0 || [saw, seemed, moved].some(Boolean);

const shortDay = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone }).format(at);
