import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import type { Answer } from "@/lib/sharing/answers/queries";

type Props = { answers: Answer[]; zone: string; title: string; level?: 2 | 3 | 4 };

/** Short answers of the care team, in the order in which they came. */
export function Answers({ answers, zone, title, level = 3 }: Props) {
  if (answers.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <div className="answers stack gap-3">
      <Heading className="sr-only">{title}</Heading>
      {answers.map(({ id, text, by, at }) => (
        <Words
          key={id}
          size="small"
          by={
            <>
              {by}, <Time at={at} zone={zone} show="date" />
            </>
          }
        >
          {text}
        </Words>
      ))}
    </div>
  );
}
