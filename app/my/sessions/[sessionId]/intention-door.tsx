import { SharingPanel } from "@/components/shared/sharing-panel";
import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/card";
import { Words } from "@/components/ui/words";
import type { Actor } from "@/lib/core/actor";
import type { Intention, Readers } from "@/lib/intentions/queries";
import { isAhead, type SessionState } from "@/lib/sessions/rules";

type Props = {
  actor: Actor;
  session: { id: string; state: SessionState };
  intention: Intention | null;
  audience: Readers;
};

export function IntentionDoor({ actor, session, intention, audience }: Props) {
  const href = `/my/sessions/${session.id}/intention`;
  if (!intention) {
    return isAhead(session) ? (
      <Door>
        <h2>What would you like to turn towards?</h2>
        <p className="soft max-w-words">One sentence, held lightly. It can be reworded until the session begins.</p>
        <Button href={href}>Set an intention</Button>
      </Door>
    ) : null;
  }
  return (
    <Door>
      <h2 className="text-small font-text soft">{isAhead(session) ? "Your intention" : "Your intention was"}</h2>
      <Words>“{intention.text}”</Words>
      {isAhead(session) && (
        <Button variant="quiet" href={href}>
          Reword it
        </Button>
      )}
      <SharingPanel actor={actor} subject="intention" subjectId={intention.id} audience={audience} />
    </Door>
  );
}
