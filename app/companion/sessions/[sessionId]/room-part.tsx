import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Row } from "@/components/ui/stack";
import { isOver, type SessionState } from "@/lib/sessions/rules";

type Props = {
  session: { id: string; state: SessionState; startsAt: Date; patient: { name: string } };
  at: Date;
};

/** The way into the room, on the session's day. While it runs nothing on the page is larger. */
export function RoomPart({ session: { id, state, startsAt, patient }, at }: Props) {
  const runs = state === "inProgress" || (startsAt <= at && !isOver({ state }));
  return (
    <Card title={runs ? `You are with ${patient.name}` : "The room"}>
      <p>
        {runs
          ? `A dark, quiet screen for what ${patient.name} says, with a way to call the staff.`
          : "A dark, quiet screen for the time together. It works without a network too, if you open it once before."}
      </p>
      <Row>
        <Button large variant={isOver({ state }) ? "quiet" : "primary"} href={`/companion/sessions/${id}/room`}>
          {runs ? "Into the room" : "Open the room"}
        </Button>
      </Row>
    </Card>
  );
}
