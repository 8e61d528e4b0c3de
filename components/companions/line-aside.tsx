import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { List, ListItem } from "@/components/ui/list";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/components/ui/use-form";
import { formatTime } from "@/lib/core/clock";

type Props = { noteId: string; lines: { id: string; at: Date }[]; zone: string; takeUp: FormAction };

/** What a patient has set aside: folded away and without its words, each with the way back. */
export function LinesAside({ noteId, lines, zone, takeUp }: Props) {
  if (lines.length === 0) return null;
  return (
    <Details summary="Set aside for now">
      <p className="soft max-w-words">It keeps. Take up again what you feel ready for.</p>
      <List label="Lines set aside">
        {lines.map(({ id, at }) => (
          <ListItem
            key={id}
            aside={
              <Form
                quiet
                action={takeUp}
                tone="quiet"
                submit={
                  <span>
                    Take it up again<span className="sr-only">, the line of {formatTime(at, zone)}</span>
                  </span>
                }
              >
                <Hidden name="noteId" value={noteId} />
                <Hidden name="lineId" value={id} />
              </Form>
            }
          >
            <p>
              A line of <Time at={at} zone={zone} show="time" />
            </p>
          </ListItem>
        ))}
      </List>
    </Details>
  );
}
