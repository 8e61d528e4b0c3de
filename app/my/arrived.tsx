import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/core/clock";
import type { findToday } from "@/lib/today/queries";

type Props = Pick<Awaited<ReturnType<typeof findToday>>, "notes" | "companionNotes"> & { zone: string };

/** What others have shared with the patient and is still unopened: the newest of each kind. The rest is one step away. */
export function Arrived({ notes, companionNotes, zone }: Props) {
  const more = notes.length > 1 || companionNotes.length > 1;
  return (
    <>
      {companionNotes.slice(-1).map(({ id, by, sessionAt }) => (
        <Card
          key={id}
          title={
            <span className="text-h3">{`${by ?? "Your companion"} has handed over notes from ${formatDay(sessionAt, zone)}`}</span>
          }
        >
          <p className="soft">They are yours to open, when you like and with whom you like.</p>
          <div className="row">
            <Button variant="quiet" href={`/my/companions/notes/${id}`}>
              Choose a moment
            </Button>
          </div>
        </Card>
      ))}
      {notes.slice(-1).map(({ id, by, sessionId, sessionAt }) => (
        <Card
          key={id}
          title={
            <span className="text-h3">{`${by ?? "Your therapist"} has written about your session of ${formatDay(sessionAt, zone)}`}</span>
          }
        >
          <p className="soft">It is part of your record and open to you. It can wait until you feel like reading it.</p>
          <div className="row">
            <Button variant="quiet" href={`/my/sessions/${sessionId}/note/${id}`}>
              Read the note
            </Button>
          </div>
        </Card>
      ))}
      {more && (
        <p className="soft">
          More was written about <Link href="/my/sessions">your earlier sessions</Link>.
        </p>
      )}
    </>
  );
}
