import { ShareTag } from "@/components/sharing/share-tag";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { List } from "@/components/ui/list";
import { Row } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import type { Desk, Thing } from "@/lib/recall/queries";
import type { Reader } from "@/lib/sharing/rules";
import { ActButton } from "./act-button";
import { careTeam, whose, wordsOf } from "./words";

type Brought = { id: string; thing: Thing; text: string; whose: string; readers: Reader[] };

/** What the patient chose to bring to integration. Their therapist reads of it what is shared. */
export function ToBring({ desk, zone }: { desk: Desk; zone: string }) {
  const brought = desk.things.flatMap((thing) => broughtOf(desk, thing, zone));
  return (
    <Card id="bring" title="To bring to integration">
      {brought.length === 0 ? (
        <p className="soft max-w-words">
          Choose “Bring to integration” beside anything on the clock, and it gathers here for your next talk.
        </p>
      ) : (
        <>
          <p className="soft max-w-words">
            Yours to look at together. Your care team reads what you share with them; the rest you can show or tell.
          </p>
          <List label="To bring to integration">
            {brought.map((one) => (
              <BroughtItem key={one.id} one={one} zone={zone} />
            ))}
          </List>
        </>
      )}
    </Card>
  );
}

function BroughtItem({ one: { id, thing, text, whose, readers }, zone }: { one: Brought; zone: string }) {
  return (
    <li>
      <div className="stack gap-2">
        <p className="words small">{text}</p>
        <Row className="gap-2">
          <span className="small soft">
            <Time at={thing.at} zone={zone} show="time" /> · {whose}
          </span>
          <ShareTag readers={readers} />
        </Row>
        <Row className="gap-2">
          {readers.every(({ audience }) => audience !== "careTeam") && (
            <Link href={`?thing=${thing.id}#thing-${thing.id}`} className="btn plain">
              Choose who sees it<span className="sr-only"> {text.slice(0, 60)}</span>
            </Link>
          )}
          <ActButton change="leave" id={id} of={text.slice(0, 60)} variant="plain">
            Leave it out again
          </ActButton>
        </Row>
      </div>
    </li>
  );
}

function broughtOf(desk: Desk, thing: Thing, zone: string): Brought[] {
  const readersOf = (id: string) => desk.audienceOf(id).readers;
  const readers = thing.subject === "quote" ? careTeam : readersOf(thing.id);
  const own = { id: thing.id, thing, text: wordsOf(thing, zone), whose: whose(thing), readers };
  const { memory } = thing;
  return [
    ...(thing.bringAt ? [own] : []),
    ...(memory?.brought
      ? [{ id: memory.id, thing, text: memory.text, whose: "what you remember", readers: readersOf(memory.id) }]
      : []),
  ];
}
