import { ColourDot } from "@/components/journal/colour-dot";
import { MediaView } from "@/components/making/media-view";
import { Details } from "@/components/ui/details";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Words } from "@/components/ui/words";
import type { Part, Thing } from "@/lib/core/kind";
import { partedText } from "@/lib/sharing/shown/rules";

/** One shared thing, in the patient's own words. `href` is where a therapist reads what stands elsewhere. */
export function ThingView({ thing, href }: { thing: Thing; href?: string }) {
  return thing.parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thing have no names and keep their order
    <PartView key={at} part={part} href={href} />
  ));
}

function PartView({ part, href }: { part: Part; href?: string }) {
  switch (part.part) {
    case "words":
      return <LongWords text={part.text} />;
    case "line":
      return <p className="small soft">{part.text}</p>;
    case "facts":
      return <Facts items={part.items} />;
    case "list":
      return <ListPart part={part} />;
    case "colour":
      return (
        <p>
          <ColourDot colour={part.colour} size={28} />
        </p>
      );
    case "media":
      return <MediaView media={part.media} />;
    case "elsewhere":
      return href ? (
        <p>
          <Link href={href}>{part.text}</Link>
        </p>
      ) : null;
  }
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

function ListPart({ part: { items, none } }: { part: Extract<Part, { part: "list" }> }) {
  if (items.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="stack gap-2">
      {items.map(({ id, text, under }) => (
        <li key={id}>
          {text}
          {under && <span className="small soft block">{under}</span>}
        </li>
      ))}
    </ul>
  );
}
