import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { kinds } from "@/lib/core/kinds";
import type { Share } from "@/lib/sharing/shown/rules";

type Props = { shares: Share[]; fresh: Set<string>; hasPlan: boolean; path: string; zone: string };

/** The newest things that a patient shares, by kind and day; their words are a step further. */
export function SharedLately({ shares, fresh, hasPlan, path, zone }: Props) {
  return (
    <Card title="Shared lately" level={3} aside={shares.length > 0 && <Link href={`${path}/shared`}>Read</Link>}>
      {shares.length === 0 ? (
        <p className="small soft">Nothing is shared at the moment.</p>
      ) : (
        <List>
          {shares.map(({ id, subject, subjectId, sharedAt }) => (
            <ListItem key={id} aside={fresh.has(subjectId) && <Tag tone="gold">New</Tag>}>
              {kinds[subject].words.title}
              <span className="small soft block">
                <Time at={sharedAt} zone={zone} show="date" />
              </span>
            </ListItem>
          ))}
        </List>
      )}
      {hasPlan && (
        <p>
          <Link href={`${path}/plan`}>Plan of practices</Link>
        </p>
      )}
    </Card>
  );
}
