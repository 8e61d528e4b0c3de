"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { First } from "@/client/room/state";
import type { Person } from "@/client/room/waiting";
import { useAwake } from "@/components/practices/use-awake";
import { lastingWords, lookInDue } from "@/lib/companions/room/device/rules";
import { endedWords, roomWords } from "@/lib/companions/words/room/rules";
import { CallStaff } from "./call-staff";
import { LineList } from "./line-list";
import { LookIn } from "./look-in";
import { standingWords } from "./standing-words";
import { TheySaid } from "./they-said";
import { useRoom } from "./use-room";
import { useStay } from "./use-stay";

type Props = {
  person: Person;
  sessionId: string;
  /** The patient's name. */
  name: string;
  zone: string;
  lookInMinutes: number;
  first: First;
  /** What was agreed, and the ways out. */
  agreement: ReactNode;
};

export function Room({ person, sessionId, name, zone, lookInMinutes, first, agreement }: Props) {
  const room = useRoom(person, sessionId, first);
  const { lines, calls, looked, times, waiting, reach, why, isLoose, keep } = room;
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState(false);
  useAwake(reach !== "ended");
  useStay(waiting.size > 0 && isLoose);
  useEffect(() => {
    const tick = () => setAt(room.now());
    tick();
    const timer = setInterval(tick, 5_000);
    return () => clearInterval(timer);
  }, [room.now]);
  if (reach === "ended") return <Ended />;
  const mark = (kind: "lookIn" | "call") => {
    const when = room.now();
    setAt(when);
    keep(kind, when);
  };
  const look = { lastLookIn: looked, begunAt: times.begunAt, minutes: lookInMinutes };
  const isDue = at > 0 && !times.isOver && at >= lookInDue(look);
  return (
    <div className="room-panels">
      <section id="room" className="room" aria-labelledby="with" tabIndex={-1}>
        <header className="room-head">
          <h1 id="with">
            <span className={isDue ? "room-dot due" : "room-dot"} aria-hidden="true" />
            {name}
            {times.isUnderWay && at > 0 && <span> · {lastingWords(times.begunAt, at)}</span>}
          </h1>
          <p role="status">{standingWords(waiting.size, reach, isLoose, why)}</p>
        </header>
        {reach === "signedOut" ? <SignedOut /> : <LineList lines={lines} zone={zone} />}
        <TheySaid
          zone={zone}
          draft={{ slot: `${person.personId}.room.${sessionId}`, deviceKey: person.deviceKey }}
          now={room.now}
          onKeep={(when, text) => keep("line", when, text)}
        />
        <noscript>
          <p className="room-news">
            This screen needs JavaScript. <a href={`/companion/sessions/${sessionId}/note`}>Your note</a> works without
            it.
          </p>
        </noscript>
        <div className="room-foot">
          <a href="#agreed" className="room-way">
            {roomWords.agreement}
            <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
              <path d="M9 5l7 7-7 7" />
            </svg>
          </a>
          <div className={asking ? "room-acts asking" : "room-acts"}>
            {!asking && <LookIn at={at} looked={looked} isDue={isDue} zone={zone} onLook={() => mark("lookIn")} />}
            <CallStaff
              at={at}
              calls={calls}
              waiting={waiting}
              away={reach !== "here"}
              zone={zone}
              asking={asking}
              onAsk={setAsking}
              onCall={() => mark("call")}
            />
          </div>
        </div>
      </section>
      <section id="agreed" className="room agreed" aria-labelledby="agreed-title" tabIndex={-1}>
        {agreement}
      </section>
    </div>
  );
}

function SignedOut() {
  return (
    <div className="room-out">
      <p>You are signed out, so what was said is hidden. You can go on writing: it is kept here until you sign in.</p>
      <a href="/sign-in" target="_blank" rel="noopener" className="btn quiet large">
        Sign in
      </a>
    </div>
  );
}

function Ended() {
  return (
    <section className="room room-ended">
      <h1>{endedWords}</h1>
      <a href="/companion" className="btn quiet large">
        Leave this page
      </a>
    </section>
  );
}
