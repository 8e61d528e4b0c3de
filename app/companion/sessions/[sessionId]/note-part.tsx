import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Row } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import type { findRoomSession } from "@/lib/companions/rooms/queries";

type Session = NonNullable<Awaited<ReturnType<typeof findRoomSession>>>;

/** What a companion writes about a session, from its beginning until it is handed over, and how to be there afterwards. */
export function NotePart({ session, zone }: { session: Session; zone: string }) {
  const { id, patient, note, isHandedOver } = session;
  const here = `/companion/sessions/${id}`;
  const after = (
    <Button large variant="plain" href={`${here}/after`}>
      The way home and after
    </Button>
  );
  if (isHandedOver) {
    return (
      <Card title="Your note is handed over">
        <p>
          It is {patient.name}'s now, and no longer open to you. Thank you for being there, and for writing it down.
        </p>
        <Row>{after}</Row>
      </Card>
    );
  }
  return (
    <Card title="What you saw and heard">
      {note ? (
        <p>
          Your note was last saved on <Time at={note.savedAt} zone={zone} />. Only you can read it until you hand it
          over.
        </p>
      ) : (
        <p>
          Write down what you saw, and {patient.name}'s words as they came. Such things fade fast. A few lines are
          enough.
        </p>
      )}
      <Row>
        <Button large variant="quiet" href={`${here}/note`}>
          {note ? "Go on writing" : "Begin your note"}
        </Button>
        {note && (
          <Button large variant="quiet" href={`${here}/hand-over`}>
            Hand it over
          </Button>
        )}
        {after}
      </Row>
    </Card>
  );
}
