"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { newId } from "@/components/quiet/device";
import { clockOffset } from "@/lib/companions/room/device/rules";
import { isLoose, type Kind, keepThing, listWaiting, type Person, type Thing } from "./queue";
import { type Outcome, type Sent, sendWaiting, type Way, ways } from "./sending";
import { type Reach, type SentCall, type Stand, useFollowing } from "./use-following";

export type Line = { id: string; at: number; text: string };
export type Call = { id: string; at: number; acknowledgedAt: number | null; by: string | null };
export type First = {
  lines: Line[];
  calls: Call[];
  lastLookIn: number | null;
  begunAt: number;
  isUnderWay: boolean;
  isOver: boolean;
};
const again = 3_000;

/** A room while it is open: what was said, looked and called here, and what the portal says of it. */
export function useRoom({ personId, deviceKey }: Person, sessionId: string, first: First) {
  const [lines, setLines] = useState(first.lines);
  const [calls, setCalls] = useState(first.calls);
  const [looked, setLooked] = useState(first.lastLookIn);
  const [times, setTimes] = useState({ begunAt: first.begunAt, isUnderWay: first.isUnderWay, isOver: first.isOver });
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const [reach, setReach] = useState<Reach>("here");
  const [why, setWhy] = useState("");
  const [loose, setLoose] = useState(false);
  const clock = useClock();
  const tied = useMemo(() => ({ personId, deviceKey }), [personId, deviceKey]);

  const onSent = useCallback<Sent>(
    (ids, asked) => {
      if (asked) clock.measure(asked.asked, asked.answered, asked.portal);
      setReach((before) => (before === "ended" ? before : "here"));
      setWaiting((before) => new Set([...before].filter((id) => !ids.includes(id))));
      setLoose(isLoose());
    },
    [clock],
  );
  const stand = useCallback<Stand>((next, why = "") => {
    setReach(next);
    setWhy(why);
  }, []);
  const send = useSender(tied, sessionId, onSent, stand);

  useEffect(() => {
    void listWaiting(tied, sessionId).then((things) => {
      setWaiting((before) => new Set([...before, ...things.map(({ id }) => id)]));
      for (const thing of things) add(thing, setLines, setCalls, setLooked);
      void send();
    });
  }, [tied, sessionId, send]);

  useEffect(() => {
    const back = () => void send();
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, [send]);

  useEffect(() => {
    if (waiting.size === 0 || reach === "ended" || reach === "closed") return;
    const timer = setInterval(() => void send(), again);
    return () => clearInterval(timer);
  }, [waiting.size, reach, send]);

  useFollowing(
    tied,
    sessionId,
    reach,
    (glance, asked, answered) => {
      if (asked && answered && glance.now) clock.measure(asked, answered, glance.now);
      if (glance.over) return setReach(glance.why === "ended" ? "ended" : "signedOut");
      setReach((before) => (before === "away" || before === "signedOut" ? "here" : before));
      const { begunAt, isUnderWay = false, completedAt, calls: told = [] } = glance;
      if (begunAt) setTimes({ begunAt: Date.parse(begunAt), isUnderWay, isOver: Boolean(completedAt) });
      setCalls((before) => mergeCalls(before, told));
    },
    stand,
  );

  useEffect(() => {
    if (reach === "here") void send();
    if (reach === "ended") {
      void send();
      setLines([]);
      setCalls([]);
      setWaiting(new Set());
    }
  }, [reach, send]);

  const keep = useCallback(
    async (kind: Kind, at: number, text?: string) => {
      const thing: Thing = { id: newId(), kind, at: new Date(at).toISOString(), text };
      setWaiting((before) => new Set([...before, thing.id]));
      add(thing, setLines, setCalls, setLooked);
      await keepThing(tied, sessionId, thing);
      setLoose(isLoose());
      void send();
    },
    [tied, sessionId, send],
  );

  return { lines, calls, looked, times, waiting, reach, why, loose, keep, now: clock.now };
}

type Set<T> = (change: (before: T) => T) => void;
type Setters = [Set<Line[]>, Set<Call[]>, Set<number | null>];

function add({ id, kind, at, text = "" }: Thing, ...[setLines, setCalls, setLooked]: Setters) {
  const when = Date.parse(at);
  const isNew = <T extends { id: string }>(list: T[]) => !list.some((one) => one.id === id);
  if (kind === "line") {
    setLines((before) => (isNew(before) ? [...before, { id, at: when, text }].sort(byTime) : before));
  } else if (kind === "call") {
    setCalls((before) => (isNew(before) ? [{ id, at: when, acknowledgedAt: null, by: null }, ...before] : before));
  } else setLooked((before) => Math.max(before ?? 0, when));
}

const byTime = (a: Line, b: Line) => a.at - b.at || (a.id < b.id ? -1 : 1);

function mergeCalls(before: Call[], told: SentCall[]): Call[] {
  const known = told.map(({ id, at, acknowledgedAt, by }) => ({
    id,
    at: Date.parse(at),
    acknowledgedAt: acknowledgedAt ? Date.parse(acknowledgedAt) : null,
    by,
  }));
  const own = before.filter(({ id }) => !known.some((call) => call.id === id));
  return [...known, ...own].sort((a, b) => b.at - a.at);
}

/** The portal's time as this device knows it: from the quickest answer so far. */
function useClock() {
  const [clock] = useState(() => {
    let offset = 0;
    let best = 5_000;
    return {
      now: () => Date.now() + offset,
      measure: (asked: number, answered: number, portal: number) => {
        if (!Number.isFinite(portal) || answered - asked > best) return;
        best = answered - asked;
        offset = clockOffset(asked, answered, portal);
      },
    };
  });
  return clock;
}

/** Sends what waits; asked again while it is sending, it goes on once more. A call never waits for words that hang. */
function useSender(person: Person, sessionId: string, onSent: Sent, stand: Stand) {
  const running = useRef({ calls: 0, words: 0 });
  return useCallback(() => {
    const send = async (way: Way) => {
      if (running.current[way] > 1) return;
      running.current[way] += 1;
      const failed: Outcome = { standing: "away" };
      const { standing, why } = await sendWaiting(person, sessionId, way, onSent).catch(() => failed);
      running.current[way] -= 1;
      if (standing !== "sent") stand((before) => (before === "ended" ? before : standing), why);
    };
    return Promise.all(ways.map(send));
  }, [person, sessionId, onSent, stand]);
}
