"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Presence, PresenceWatch } from "@/client/presence";

/** How long this sign-in goes on, and how to make it longer. */
export function usePresence(personId: string, secondsLeft: number) {
  const [state, setState] = useState<Presence>({ phase: "here", left: secondsLeft, final: false });
  const watch = useRef<PresenceWatch>(null);
  useEffect(() => {
    const current = new PresenceWatch(personId, secondsLeft, setState);
    watch.current = current;
    current.begin();
    return () => current.stop();
  }, [personId, secondsLeft]);

  const path = usePathname();
  useEffect(() => {
    if (path) watch.current?.note();
  }, [path]);

  const stay = useCallback(() => void watch.current?.stay(), []);
  const check = useCallback(() => void watch.current?.check(), []);
  return { ...state, stay, check };
}
