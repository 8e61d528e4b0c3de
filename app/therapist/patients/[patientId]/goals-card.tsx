import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { Words } from "@/components/ui/words";
import type { Goal } from "@/lib/goals/queries";

const stateWords = { open: "", done: "done", letGo: "let go" };

/** The goals that a patient shares with their care team, in the patient's own words. */
export function GoalsCard({ goals, fresh }: { goals: Goal[]; fresh: Set<string> }) {
  return (
    <Card title={goals.length === 1 ? "Goal" : "Goals"} level={3} aside={<Tag tone="share">shared with you</Tag>}>
      <ul className="grid gap-6">
        {goals.map((goal) => (
          <li key={goal.id} className="stack gap-2">
            <Words size="small">
              “{goal.from}” <span aria-hidden>→</span>
              <span className="sr-only">to</span> “{goal.to}”
            </Words>
            {(fresh.has(goal.id) || goal.letGoAt) && (
              <p className="row">
                {fresh.has(goal.id) && <Tag tone="gold">New</Tag>}
                {goal.letGoAt && <Tag>Let go</Tag>}
              </p>
            )}
            {goal.success && <p className="small soft">I will notice when: “{goal.success}”</p>}
            {goal.actions.length > 0 && (
              <ul className="small soft list-disc pl-5">
                {goal.actions.map(({ id, text, state }) => (
                  <li key={id}>
                    {text}
                    {stateWords[state] && ` – ${stateWords[state]}`}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
