import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import type { SessionFound } from "@/lib/sessions/queries";

type Props = {
  intention: NonNullable<SessionFound["intention"]>;
  zone: string;
  isNew: boolean;
  title?: string;
  beneath?: ReactNode;
};

/** What a patient means to bring to a session, as far as they share it, with how it was worded before. */
export function IntentionCard({ intention, zone, isNew, title = "Intention", beneath }: Props) {
  const [newest, ...earlier] = intention.wordings;
  if (!newest) return null;
  return (
    <Card
      title={title}
      level={3}
      aside={<Tag tone={isNew ? "gold" : "share"}>{isNew ? "new, shared with you" : "shared with you"}</Tag>}
    >
      <Words>“{newest.text}”</Words>
      {earlier.length > 0 && (
        <Details summary={`Reworded ${timesWords(earlier.length)}`}>
          <ol className="grid gap-3">
            {earlier.map(({ id, text, at }) => (
              <li key={id}>
                <Words size="small" by={<Time at={at} zone={zone} />}>
                  “{text}”
                </Words>
              </li>
            ))}
          </ol>
        </Details>
      )}
      {beneath}
    </Card>
  );
}

const timesWords = (times: number) => ["once", "twice"][times - 1] ?? `${times} times`;
