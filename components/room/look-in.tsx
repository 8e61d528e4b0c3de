"use client";

import { timeWords } from "@/components/calls/time-words";
import { roomWords } from "@/lib/companions/words/room/rules";

type Props = { at: number; looked: number | null; isDue: boolean; zone: string; onLook: () => void };

const shown = 60_000;

/** Reminds by a slow pulse, or by words alone where nothing should move. A tap notes the look, and the time begins anew. */
export function LookIn({ at, looked, isDue, zone, onLook }: Props) {
  const justNow = looked !== null && at - looked < shown;
  return (
    <>
      <p className="room-news look" role="status">
        {isDue && roomWords.timeToLookIn}
        {justNow && `${roomWords.lookedInAt} ${timeWords(looked, zone)}`}
      </p>
      <button type="button" className={isDue ? "room-button due" : "room-button"} onClick={onLook}>
        {roomWords.lookedIn}
      </button>
    </>
  );
}
