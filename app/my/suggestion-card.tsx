import { Button } from "@/components/ui/button";
import { Card, Door } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import type { Suggestion } from "@/lib/today/suggestions/rules";

type Props = { suggestion: Suggestion; other: number; asDoor: boolean };

export function SuggestionCard({ suggestion, other, asDoor }: Props) {
  const Shape = asDoor ? Door : Card;
  return (
    <Shape>
      <div className="stack gap-1.5">
        <p className="small soft">One gentle thing</p>
        <h2>{suggestion.title}</h2>
      </div>
      <p className="max-w-words">{suggestion.text}</p>
      <Step suggestion={suggestion} other={other} />
      <Details summary="Why this?">
        <p className="small soft max-w-words">{suggestion.why}</p>
      </Details>
    </Shape>
  );
}

function Step({ suggestion: { kind, sessionId }, other }: Pick<Props, "suggestion" | "other">) {
  const step = {
    intention: { label: "Set an intention", href: `/my/sessions/${sessionId}/intention` },
    practice: { label: "Something else", href: `/my?other=${other + 1}` },
    lookBack: { label: "Open that session", href: `/my/sessions/${sessionId}` },
    read: { label: "Open that session", href: `/my/sessions/${sessionId}` },
    afterCare: { label: "Look back", href: "/my/sessions" },
    goal: { label: "Write a goal", href: "/my/goals/new" },
    rest: null,
    welcome: null,
  }[kind];
  if (!step) return null;
  return (
    <div className="row">
      <Button href={step.href} variant={kind === "intention" ? "primary" : "quiet"}>
        {step.label}
      </Button>
    </div>
  );
}
