import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { listChanges } from "@/lib/sessions/queries";
import { stateWords } from "@/lib/sessions/rules";

type Props = { changes: Awaited<ReturnType<typeof listChanges>>; zone: string };

/** Every step of the session, with who took it. */
export function History({ changes, zone }: Props) {
  return (
    <Card title="Steps" level={3}>
      <ol className="small grid gap-2">
        {changes.map(({ id, to, reason, at, by }) => (
          <li key={id}>
            <strong>{stateWords(to)}</strong>
            <span className="soft">
              {" "}
              · <Time at={at} zone={zone} /> · {by}
            </span>
            {reason && <span className="block">{reason}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
