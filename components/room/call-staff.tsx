"use client";

import { useEffect, useRef } from "react";
import type { Call } from "@/client/room/state";
import { timeWords } from "@/components/calls/time-words";
import { roomWords } from "@/lib/companions/words/room/rules";

type Props = {
  at: number;
  calls: Call[];
  waiting: ReadonlySet<string>;
  away: boolean;
  zone: string;
  asking: boolean;
  onAsk: (asking: boolean) => void;
  onCall: () => void;
};

const forgetAfter = 20_000;

/** Calls the staff with a second tap, and says plainly whether the call is out and who is coming. */
export function CallStaff({ at, calls, waiting, away, zone, asking, onAsk, onCall }: Props) {
  const again = useRef<HTMLButtonElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) yes.current?.focus();
    else if (wasAsking.current) again.current?.focus();
    wasAsking.current = asking;
    if (!asking) return;
    const timer = setTimeout(() => onAsk(false), forgetAfter);
    return () => clearTimeout(timer);
  }, [asking, onAsk]);
  const call = () => {
    onCall();
    onAsk(false);
  };
  const news = newsOf(calls[0], { at, waiting, away, zone });
  return (
    <>
      <p className={`room-news ${news.tone}`} role={news.tone === "stuck" ? "alert" : "status"}>
        {news.words}
      </p>
      {asking ? (
        <>
          <button ref={yes} type="button" className="room-button call" onClick={call}>
            Yes, call
          </button>
          <button type="button" className="room-button" onClick={() => onAsk(false)}>
            Not now
          </button>
        </>
      ) : (
        <button ref={again} type="button" className="room-button call" onClick={() => onAsk(true)}>
          {roomWords.callStaff}
        </button>
      )}
    </>
  );
}

type Moment = Pick<Props, "at" | "waiting" | "away" | "zone">;
type News = { tone: "" | "stuck" | "known"; words: string };

const slow = 4_000;
const noAnswer = 60_000;
const old = 30 * 60_000;

function newsOf(call: Call | undefined, { at, waiting, away, zone }: Moment): News {
  if (!call) return { tone: "", words: "" };
  if (waiting.has(call.id)) {
    const stuck = away || at - call.at > slow;
    return stuck ? { tone: "stuck", words: roomWords.callWaits } : { tone: "", words: "The call goes out" };
  }
  if (call.acknowledgedAt !== null) {
    if (at - call.acknowledgedAt > old) return { tone: "", words: "" };
    return { tone: "known", words: `${roomWords.staffKnow}. ${call.by ?? "Somebody"} is coming.` };
  }
  if (at - call.at > old) return { tone: "", words: "" };
  const out = `The call went out at ${timeWords(call.at, zone)}.`;
  if (at - call.at < noAnswer) return { tone: "", words: out };
  return { tone: "stuck", words: `${out} No answer yet. Go to the door and fetch somebody.` };
}
