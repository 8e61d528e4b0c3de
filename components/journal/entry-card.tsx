import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Entry } from "@/lib/journal/queries";
import { entryTitle, excerptOf, kindWords } from "@/lib/journal/rules";
import { ColourDot } from "./colour-dot";
import { KindIcon } from "./kind-icon";

type Props = {
  entry: Entry;
  zone: string;
  href: string;
  /** In the last line: who sees it, or what can be done with it. */
  aside?: ReactNode;
  level?: 2 | 3 | 4;
  /** How much of the time is said: `time` beneath a day's heading. */
  show?: "time" | "datetime";
};

/** A page of the journal in a list: its words first. The heading's link covers the whole card. */
export function EntryCard({ entry, zone, href, aside, level = 3, show = "time" }: Props) {
  const Heading = `h${level}` as const;
  const { kind, title, text, moods, colour, at } = entry;
  return (
    <article className="entry-card">
      <p className="entry-when">
        <KindIcon kind={kind} size={16} />
        <span>{kindWords(kind)}</span>
        <span aria-hidden="true">·</span>
        <Time at={at} zone={zone} show={show} />
      </p>
      <Heading className={title || !text ? undefined : "untitled"}>
        <ColourDot colour={colour} />
        <Link href={href}>{title || excerptOf(text, 220) || entryTitle(entry, zone)}</Link>
      </Heading>
      {title && text && <p className="entry-words">{excerptOf(text)}</p>}
      {(moods.length > 0 || aside) && (
        <div className="entry-foot">
          {moods.slice(0, 4).map((mood) => (
            <Tag key={mood}>{mood}</Tag>
          ))}
          {aside && <span className="push">{aside}</span>}
        </div>
      )}
    </article>
  );
}
