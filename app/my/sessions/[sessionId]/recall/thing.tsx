import { ColourDot } from "@/components/journal/colour-dot";
import { ShareTag } from "@/components/sharing/share-tag";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Beside, Desk, Thing } from "@/lib/recall/queries";
import { ActButton } from "./act-button";
import { ArrangePanel } from "./panel";
import { careTeam, otherDay, shortWords, whose, wordsOf } from "./words";

type Props = { desk: Desk; thing: Thing; index: number; zone: string; open: boolean; closed: string };

/** One thing on the clock: its words, whose they are, who sees them, and what can be done. `closed` is the page's address without it open. */
export function ThingOnClock({ desk, thing, index, zone, open, closed }: Props) {
  const { id, at, owner, entry, memory, bringAt } = thing;
  const day = otherDay(at, desk.session.start, zone);
  const label = shortWords(thing, zone);
  return (
    <li id={`thing-${id}`} className={classNames(owner)}>
      <div className="soft">
        <Time at={at} zone={zone} show="time" />
        {day && <span className="small block">{day}</span>}
      </div>
      <div className="stack gap-2">
        <p className="words">
          {entry && <ColourDot colour={entry.colour} />} {wordsOf(thing, zone)}
        </p>
        <Row className="gap-2">
          <span className="small soft">{whose(thing)}</span>
          <ShareTag readers={thing.subject === "quote" ? careTeam : desk.audienceOf(id).readers} />
          <Ties desk={desk} thing={thing} />
        </Row>
        {memory && <MemoryBeside desk={desk} memory={memory} zone={zone} />}
        <Row className="gap-2">
          <ActButton change={bringAt ? "leave" : "bring"} id={id} of={label} variant="plain">
            {bringAt ? "Leave it out again" : "Bring to integration"}
          </ActButton>
          <Link href={`${open ? closed : `?thing=${id}`}#thing-${id}`} className="btn plain">
            {open ? "Close" : thing.subject === "quote" ? "Arrange" : "Arrange or share"}
            <span className="sr-only"> {label}</span>
          </Link>
        </Row>
        {open && <ArrangePanel desk={desk} thing={thing} index={index} label={label} />}
      </div>
    </li>
  );
}

/** To what it is tied: threads, the intention, integration. */
function Ties({ desk, thing }: { desk: Desk; thing: Thing }) {
  const ids = new Set([...thing.tags, ...(thing.threadId ? [thing.threadId] : [])]);
  const threads = desk.threads.filter(({ id }) => ids.has(id));
  return (
    <>
      {thing.bringAt && <Tag tone="gold">to bring</Tag>}
      {thing.withIntention && desk.intention && <Tag>beside your intention</Tag>}
      {threads.map(({ id, name }) => (
        <Link key={id} href={`/my/threads/${id}`} className="small">
          {name}
        </Link>
      ))}
    </>
  );
}

function MemoryBeside({ desk, memory, zone }: { desk: Desk; memory: Beside; zone: string }) {
  return (
    <div className="recall-memory stack gap-2">
      <p className="words small">{memory.text}</p>
      <Row className="gap-2">
        <span className="small soft">
          You, <Time at={memory.at} zone={zone} />
        </span>
        <ShareTag readers={desk.audienceOf(memory.id).readers} />
        {memory.brought && <Tag tone="gold">to bring</Tag>}
      </Row>
    </div>
  );
}
