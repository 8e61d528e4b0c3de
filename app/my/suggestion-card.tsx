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

function Step({ suggestion: { kind, sessionId, slug }, other }: Pick<Props, "suggestion" | "other">) {
  const again = { label: "Something else", href: `/my?other=${other + 1}` };
  const steps: Record<Suggestion["kind"], { label: string; href: string }[]> = {
    intention: [{ label: "Set an intention", href: `/my/sessions/${sessionId}/intention` }],
    practice: [{ label: "Begin", href: `/my/practices/${slug}` }, again],
    write: [{ label: "Write", href: "/my/journal/new?kind=reflection" }, again],
    lookBack: [{ label: "Look back", href: "/my/path" }, again],
    read: [{ label: "Open that session", href: `/my/sessions/${sessionId}` }],
    afterCare: [{ label: "Your practices", href: "/my/practices" }, again],
    goal: [{ label: "Write a goal", href: "/my/goals/new" }],
    rest: [{ label: "Quiet mode", href: "/quiet" }],
    welcome: [],
  };
  const [first, second] = steps[kind];
  if (!first) return null;
  return (
    <div className="row">
      <Button href={first.href}>{first.label}</Button>
      {second && (
        <Button href={second.href} variant="quiet">
          {second.label}
        </Button>
      )}
    </div>
  );
}
