"use client";

import { memo, useEffect, useRef, useState } from "react";
import type { Line } from "@/client/room/state";
import { timeWords } from "@/components/calls/time-words";

const atOnce = 60;

/** What was said, the newest nearest to the field. However long the room lasts, sixty lines at most are on the page. */
export function LineList({ lines, zone }: { lines: Line[]; zone: string }) {
  const [back, setBack] = useState(0);
  const end = Math.max(lines.length - back, Math.min(atOnce, lines.length));
  const start = Math.max(end - atOnce, 0);
  const box = useRef<HTMLElement>(null);
  const newest = lines.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line brings the list to its end.
  useEffect(() => setBack(0), [newest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same.
  useEffect(() => {
    if (box.current) box.current.scrollTop = back === 0 ? box.current.scrollHeight : 0;
  }, [newest, back]);
  if (lines.length === 0) return <div className="room-lines" />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard.
    <section ref={box} className="room-lines" tabIndex={0} aria-label="What was said">
      {start > 0 && <Way words="Earlier" onTake={() => setBack(lines.length - start)} />}
      <ol>
        {lines.slice(start, end).map(({ id, at, text }) => (
          <Said key={id} at={at} text={text} zone={zone} />
        ))}
      </ol>
      {end < lines.length && <Way words="Later" onTake={() => setBack(Math.max(back - atOnce, 0))} />}
    </section>
  );
}

const Said = memo(function Said({ at, text, zone }: { at: number; text: string; zone: string }) {
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{timeWords(at, zone)}</time>
      <p>{text}</p>
    </li>
  );
});

function Way({ words, onTake }: { words: string; onTake: () => void }) {
  return (
    <button type="button" className="room-way" onClick={onTake}>
      {words}
    </button>
  );
}
