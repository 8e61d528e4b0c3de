"use client";

import { useCallback, useEffect, useState } from "react";
import { type Recording, useRecorder } from "./use-recorder";

/** The voice of one fragment: what was recorded stays until it is kept, also when the screen is left while it runs. */
export function useVoice() {
  const { state, seconds, start, stop } = useRecorder();
  const [voice, setVoice] = useState<Recording | null>(null);
  const finish = useCallback(async () => {
    const recorded = await stop();
    if (recorded) setVoice(recorded);
    return recorded;
  }, [stop]);
  useEffect(() => {
    const leave = () => location.hash !== "#keep" && void finish();
    addEventListener("hashchange", leave);
    return () => removeEventListener("hashchange", leave);
  }, [finish]);
  return { state, seconds, voice, start, finish, forget: () => setVoice(null) };
}
