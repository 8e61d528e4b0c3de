"use client";

import { useEffect, useRef, useState } from "react";
import { type Bells, makeBells } from "./bell";
import { begin, bellsFrom, elapsed, goOn, isOver, pause, type Sitting } from "./timing";
import { useAwake } from "./use-awake";

type Wish = { minutes: number; interval: number; sounds: boolean; shakes: boolean };

/** A sitting that keeps its time by the clock, so that a page in the background comes back right. */
export function useSitting({ minutes, interval, sounds, shakes }: Wish) {
  const [sitting, setSitting] = useState<Sitting | null>(null);
  const [at, setAt] = useState(0);
  const bells = useRef<Bells | null>(null);
  const running = sitting !== null && sitting.pausedAt === null && !isOver(sitting, at);
  useAwake(running);
  useTicks(running, setAt);
  useShaking(sitting, at, running, shakes);
  useEffect(() => () => silence(bells.current), []);

  const move = (next: Sitting, moment: number) => {
    setSitting(next);
    setAt(moment);
    bells.current?.hush();
    if (next.pausedAt === null) bells.current?.plan(comingBells(next, moment));
  };
  return {
    state: stateOf(sitting, at),
    gone: sitting ? elapsed(sitting, at) : 0,
    length: sitting?.length ?? 0,
    rung: sitting !== null && running && hasRung(sitting, at),
    begin: () => {
      const moment = Date.now();
      bells.current = sounds ? makeBells() : null;
      move(begin(minutes, interval, moment), moment);
    },
    pause: () => sitting && move(pause(sitting, Date.now()), Date.now()),
    goOn: () => sitting && move(goOn(sitting, Date.now()), Date.now()),
    leave: () => {
      silence(bells.current);
      bells.current = null;
      setSitting(null);
    },
  };
}

/** Tells the time four times a second, and at once when the page is in sight again. */
function useTicks(running: boolean, tell: (at: number) => void) {
  useEffect(() => {
    if (!running) return;
    const tick = () => tell(Date.now());
    const timer = setInterval(tick, 250);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [running, tell]);
}

/** Shakes once for each bell that came since the last look. */
function useShaking(sitting: Sitting | null, at: number, running: boolean, shakes: boolean) {
  const seen = useRef(0);
  const gone = sitting ? elapsed(sitting, at) : 0;
  useEffect(() => {
    if (!sitting) seen.current = 0;
    if (!sitting || !shakes) return;
    const came = bellsFrom(sitting, seen.current + 1).some(({ after }) => after <= gone);
    if (came) navigator.vibrate?.([180, 120, 180]);
    seen.current = running ? gone : Math.max(gone, seen.current);
  }, [sitting, gone, running, shakes]);
}

const stateOf = (sitting: Sitting | null, at: number) => {
  if (!sitting) return "waiting" as const;
  if (isOver(sitting, at)) return "over" as const;
  return sitting.pausedAt === null ? ("running" as const) : ("paused" as const);
};

const comingBells = (sitting: Sitting, at: number) => {
  const gone = elapsed(sitting, at);
  return bellsFrom(sitting, gone).map(({ after, kind }) => ({ in: after - gone, kind }));
};

/** Within the two seconds after a bell. */
const hasRung = (sitting: Sitting, at: number) => {
  const gone = elapsed(sitting, at);
  return bellsFrom(sitting, Math.max(gone - 2_000, 0)).some(({ after }) => after <= gone);
};

function silence(bells: Bells | null) {
  bells?.hush();
  bells?.close();
}
