import { Card } from "@/components/ui/card";
import { List } from "@/components/ui/list";
import { Time } from "@/components/ui/time";
import type { Wording } from "@/lib/intentions/queries";

/** Every wording of an intention, from the first to the newest. */
export function Wordings({ wordings, zone }: { wordings: Wording[]; zone: string }) {
  return (
    <Card title="How your words changed">
      <List>
        {wordings.toReversed().map(({ number, text, at }) => (
          <li key={number}>
            <p className="words small">“{text}”</p>
            <span className="small soft">
              <Time at={at} zone={zone} />
            </span>
          </li>
        ))}
      </List>
    </Card>
  );
}
