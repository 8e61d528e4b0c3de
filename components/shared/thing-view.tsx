import { ColourDot } from "@/components/journal/colour-dot";
import { MediaView } from "@/components/making/media-view";
import { Details } from "@/components/ui/details";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Words } from "@/components/ui/words";
import { checkInLines } from "@/lib/checkIns/rules";
import { feltWords } from "@/lib/practices/rules";
import { partedText, type Thing } from "@/lib/sharing/shown/rules";

type Props = { thing: Thing; noteHref?: (sessionId: string) => string };

/** One shared thing, in the patient's own words. */
export function ThingView({ thing, noteHref }: Props) {
  switch (thing.kind) {
    case "entry":
      return <EntryThing thing={thing} />;
    case "media":
      return <MediaView media={thing.media} />;
    case "checkIn":
      return <Facts items={checkInLines(thing.checkIn)} />;
    case "practiceLog":
      return <LogThing thing={thing} />;
    case "sensation":
      return <Words size="small">{thing.words}</Words>;
    case "plan":
      return <PlanThing thing={thing} />;
    case "intention":
      return <Words>“{thing.text}”</Words>;
    case "goal":
      return <GoalThing thing={thing} />;
    case "companionNote":
      return noteHref ? (
        <p>
          <Link href={noteHref(thing.session.id)}>Read them beside the session</Link>
        </p>
      ) : null;
  }
}

type Of<K extends Thing["kind"]> = { thing: Extract<Thing, { kind: K }> };

function EntryThing({ thing: { entry, media } }: Of<"entry">) {
  const { prompt, colour, text, moods } = entry;
  return (
    <>
      {prompt && <p className="soft">{prompt}</p>}
      {text && <LongWords text={text} />}
      {colour && (
        <p>
          <ColourDot colour={colour} size={28} />
        </p>
      )}
      {media.map((one) => (
        <MediaView key={one.id} media={one} />
      ))}
      {moods.length > 0 && <p className="small soft">{moods.join(", ")}</p>}
    </>
  );
}

/** A long page begins here, and goes on where it is opened. */
function LongWords({ text }: { text: string }) {
  const [start, rest] = partedText(text);
  return (
    <>
      <Words size="small">{start}</Words>
      {rest && (
        <div className="read-on">
          <Details summary="Read on">
            <Words size="small">{rest}</Words>
          </Details>
        </div>
      )}
    </>
  );
}

function LogThing({ thing: { minutes, before, after } }: Of<"practiceLog">) {
  const felt = [
    minutes && `${minutes} min`,
    before && `before: ${feltWords[before]}`,
    after && `after: ${feltWords[after]}`,
  ].filter(Boolean);
  return felt.length > 0 ? <p className="soft">{felt.join(" · ")}</p> : null;
}

function PlanThing({ thing: { items } }: Of<"plan">) {
  if (items.length === 0) return <p className="soft">Nothing is in it at the moment.</p>;
  return (
    <ul className="stack gap-2">
      {items.map(({ id, title, rhythm }) => (
        <li key={id}>
          {title}
          {rhythm && <span className="small soft block">{rhythm}</span>}
        </li>
      ))}
    </ul>
  );
}

const GoalThing = ({ thing: { from, to, success } }: Of<"goal">) => (
  <>
    <Words size="small">
      “{from}” <span aria-hidden>→</span>
      <span className="sr-only">to</span> “{to}”
    </Words>
    {success && <p className="small soft">They will notice when: “{success}”</p>}
  </>
);
