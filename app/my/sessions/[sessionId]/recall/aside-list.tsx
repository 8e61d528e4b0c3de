import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { List, ListItem } from "@/components/ui/list";
import { Time } from "@/components/ui/time";
import type { Thing } from "@/lib/recall/queries";
import { ActButton } from "./act-button";
import { otherDay, whose } from "./words";

type Props = { things: Thing[]; sessionId: string; zone: string; start: Date };

/** What was set aside, folded away and without its words until it is brought back. */
export function AsideList({ things, zone, start }: Props) {
  if (things.length === 0) return null;
  return (
    <Details summary="Set aside for later">
      <p className="small soft max-w-words">It keeps. Bring it back when you want to see it again.</p>
      <List label="Set aside for later">
        {things.map((thing) => (
          <ListItem key={thing.id} aside={<Back thing={thing} />}>
            {otherDay(thing.at, start, zone)} <Time at={thing.at} zone={zone} show="time" /> · {whose(thing)}
          </ListItem>
        ))}
      </List>
    </Details>
  );
}

function Back({ thing }: { thing: Thing }) {
  if (thing.withNote) {
    return (
      <Button variant="quiet" href={`/my/companions/notes/${thing.noteId}`}>
        To the note
      </Button>
    );
  }
  return (
    <ActButton change="back" id={thing.id} of={whose(thing)}>
      Bring back
    </ActButton>
  );
}
