import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { Words } from "@/components/ui/words";
import type { SharedPart as Part, SharedThing } from "@/lib/recall/shared/queries";
import { sinceStart } from "@/lib/sessions/rules";

type Props = { part: Part; patientName: string; fresh: Set<string> };

/** What a patient shares of a session with the care team, and what was written down here, on one clock. */
export function SharedPart({ part, patientName, fresh }: Props) {
  if (part.rows.length === 0) return null;
  return (
    <Card title="The session on one clock" level={3}>
      <p className="small soft">
        What {patientName} shares with the care team, and what was said as you wrote it down.
      </p>
      <ol className="grid gap-4">
        {part.rows.map((thing) => (
          <li key={thing.id} className="grid gap-1">
            <p className="row gap-2 small soft">
              <time dateTime={thing.at.toISOString()}>{sinceStart(part.start, thing.at)}</time>
              <span>{whose(thing, patientName)}</span>
              {fresh.has(thing.id) && <Tag tone="gold">new</Tag>}
              {thing.brought && <Tag tone="share">{patientName} brings this</Tag>}
            </p>
            <Words size="small">{thing.subject === "entry" ? thing.text : `“${thing.text}”`}</Words>
            {thing.memory && (
              <div className="recall-memory">
                <p className="words small">{thing.memory}</p>
                <p className="small soft">{patientName} remembers</p>
              </div>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function whose({ subject, by }: SharedThing, patientName: string): string {
  if (subject === "entry") return `${patientName}’s ${by.toLowerCase()}`;
  return `${by} wrote it down`;
}
