"use client";

import { useEffect } from "react";

/** A hand on the screen keeps the sign-in going, told at most once a minute. The browser asks before it closes a page that alone holds words. */
export function useStay(wouldLose: boolean) {
  useEffect(() => {
    let toldAt = 0;
    const stay = () => {
      if (Date.now() - toldAt < 60_000) return;
      toldAt = Date.now();
      void fetch("/api/presence", { method: "POST", cache: "no-store" }).catch(() => undefined);
    };
    addEventListener("pointerdown", stay, { passive: true });
    addEventListener("keydown", stay);
    return () => {
      removeEventListener("pointerdown", stay);
      removeEventListener("keydown", stay);
    };
  }, []);
  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [wouldLose]);
}
