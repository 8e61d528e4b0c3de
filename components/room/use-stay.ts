"use client";

import { useEffect } from "react";
import { stayWhileActive } from "@/client/presence";

/** A hand on the screen keeps the sign-in going. The browser asks before it closes a page that alone holds words. */
export function useStay(wouldLose: boolean) {
  useEffect(stayWhileActive, []);
  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [wouldLose]);
}
