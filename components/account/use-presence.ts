"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { heard } from "@/lib/core/answers";

/** Here; about to be signed out; signed out; or somebody else has signed in meanwhile. */
export type Phase = "here" | "warning" | "ended" | "other";

const warnAt = 120;
const activities = ["keydown", "pointerdown", "wheel", "touchstart"] as const;

type Answer = { personId: string; secondsLeft: number } | "ended" | "unreachable";

async function ask(method: "GET" | "POST"): Promise<Answer> {
  try {
    const response = await fetch("/api/presence", { method, cache: "no-store" });
    const { status, isOwn } = heard(response);
    if (!isOwn) return "unreachable";
    if (response.ok) return await response.json();
    return status === 401 ? "ended" : "unreachable";
  } catch {
    return "unreachable";
  }
}

/** Follows how long this sign-in goes on. Only what a hand does here makes it longer, at most once a minute, and never beyond the absolute limit (`final`). */
export function usePresence(personId: string, secondsLeft: number) {
  const [phase, setPhase] = useState<Phase>("here");
  const [left, setLeft] = useState(secondsLeft);
  const [final, setFinal] = useState(false);
  const clock = useRef({ until: 0, toldAt: 0, active: false, phase: "here" as Phase });

  const take = useCallback(
    (answer: Answer) => {
      const now = Date.now();
      if (typeof answer === "object") clock.current.until = now + answer.secondsLeft * 1_000;
      const rest = (clock.current.until - now) / 1_000;
      const next = phaseAfter(answer, personId, rest);
      clock.current.phase = next;
      setPhase(next);
      setLeft(Math.max(0, Math.round(rest)));
    },
    [personId],
  );
  const stay = useCallback(async () => {
    take(await ask("POST"));
    setFinal(clock.current.phase === "warning");
  }, [take]);
  const check = useCallback(async () => take(await ask("GET")), [take]);

  useEffect(() => {
    const state = clock.current;
    Object.assign(state, { until: Date.now() + secondsLeft * 1_000, toldAt: Date.now() });
    let timer: ReturnType<typeof setTimeout>;
    const tick = async () => {
      clearTimeout(timer);
      const now = Date.now();
      const rest = (state.until - now) / 1_000;
      if (state.phase === "here" && state.active && now - state.toldAt >= 60_000) {
        Object.assign(state, { active: false, toldAt: now });
        await stay();
      } else if ((state.phase === "here" && rest <= warnAt) || (state.phase === "warning" && rest <= 0)) await check();
      if (state.phase === "warning") setLeft(Math.max(0, Math.round((state.until - Date.now()) / 1_000)));
      timer = setTimeout(tick, state.phase === "warning" ? 1_000 : 10_000);
    };
    const note = () => {
      state.active = true;
    };
    const look = () => document.visibilityState === "visible" && (state.phase === "here" ? tick() : check());
    timer = setTimeout(tick, 10_000);
    for (const name of activities) addEventListener(name, note, { passive: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      for (const name of activities) removeEventListener(name, note);
      document.removeEventListener("visibilitychange", look);
    };
  }, [secondsLeft, stay, check]);

  const path = usePathname();
  useEffect(() => {
    if (path) clock.current.active = true;
  }, [path]);

  return { phase, left, final, stay, check };
}

function phaseAfter(answer: Answer, personId: string, rest: number): Phase {
  if (answer === "ended") return "ended";
  if (typeof answer === "object" && answer.personId !== personId) return "other";
  if (rest <= 0) return "ended";
  return rest <= warnAt ? "warning" : "here";
}
