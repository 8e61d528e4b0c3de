import { Stack } from "@/components/ui/stack";
import { listSharedCompanionNotes } from "@/lib/companions/notes/queries";
import type { Actor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/db";
import { findIntentionInView } from "@/lib/notes/queries";
import { findUnseen } from "@/lib/patients/queries";
import type { SessionFound } from "@/lib/sessions/queries";
import { CompanionCard } from "./companion-card";
import { IntentionCard } from "./intention-card";

/** What lies beside the page while somebody writes about a session: as far as it is shared, and which of it is new. */
export async function findBeside(db: Db, actor: Actor, session: SessionFound) {
  const intention = await findIntentionInView(db, session);
  const sessionIds = [...new Set([session.id, ...(intention ? [intention.session.id] : [])])];
  const companionNotes = await listSharedCompanionNotes(db, sessionIds);
  const starts = await db.session.findMany({
    where: { id: { in: sessionIds } },
    select: { id: true, startsAt: true, startedAt: true },
  });
  const startOf = new Map(starts.map(({ id, startsAt, startedAt }) => [id, startedAt ?? startsAt]));
  const shown = [...(intention ? [intention.id] : []), ...companionNotes.map(({ id }) => id)];
  return { intention, companionNotes, startOf, fresh: await findUnseen(db, actor.personId, shown) };
}

type Props = Awaited<ReturnType<typeof findBeside>> & { patientName: string; zone: string };

export function Beside({ intention, companionNotes, startOf, fresh, patientName, zone }: Props) {
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
      {companionNotes.map((note) => (
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

const shortDay = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone }).format(at);
