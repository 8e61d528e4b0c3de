"use client";

import { useCallback, useEffect, useRef, useState } from "react";

export type Recording = { blob: Blob; seconds: number };
type State = "idle" | "asking" | "recording" | "refused" | "unsupported";

const longest = 600;
const types = ["audio/webm;codecs=opus", "audio/webm", "audio/mp4", "audio/ogg;codecs=opus"];

type Running = { recorder: MediaRecorder; stream: MediaStream; begun: number; kept: Promise<Recording> };

/**
 * A voice, recorded in the browser: ten minutes at most, after which it stops by itself and `stop` still answers with it.
 * The microphone is let go whatever happens. `seconds` counts while it runs.
 */
export function useRecorder() {
  const [state, setState] = useState<State>("idle");
  const [seconds, setSeconds] = useState(0);
  const running = useRef<Running | null>(null);
  const gone = useRef(false);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      if (running.current) release(running.current);
    };
  }, []);

  useEffect(() => {
    if (state !== "recording") return;
    const timer = setInterval(() => {
      const now = running.current;
      if (!now || now.recorder.state === "inactive") return;
      const elapsed = secondsSince(now.begun);
      setSeconds(Math.min(elapsed, longest));
      if (elapsed >= longest) release(now);
    }, 250);
    return () => clearInterval(timer);
  }, [state]);

  const start = useCallback(async () => {
    if (running.current || state === "asking") return;
    if (!canRecord()) return setState("unsupported");
    setState("asking");
    setSeconds(0);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (gone.current) return letGo(stream);
      running.current = begin(stream);
      setState("recording");
    } catch (error) {
      const missing = error instanceof DOMException && error.name === "NotFoundError";
      setState(missing ? "unsupported" : "refused");
    }
  }, [state]);

  const stop = useCallback(async () => {
    const now = running.current;
    if (!now) return null;
    running.current = null;
    release(now);
    const recording = await now.kept;
    setState("idle");
    return recording.blob.size > 0 ? recording : null;
  }, []);

  return { state, seconds, start, stop };
}

const canRecord = () => typeof MediaRecorder !== "undefined" && Boolean(navigator.mediaDevices?.getUserMedia);

function begin(stream: MediaStream): Running {
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  let recorder: MediaRecorder;
  try {
    recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 48_000 });
  } catch (error) {
    letGo(stream);
    throw error;
  }
  const parts: Blob[] = [];
  const begun = performance.now();
  const kept = new Promise<Recording>((resolve) => {
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    recorder.addEventListener("stop", () => {
      letGo(stream);
      const blob = new Blob(parts, { type: recorder.mimeType || mimeType });
      resolve({ blob, seconds: Math.max(1, Math.min(secondsSince(begun), longest)) });
    });
  });
  recorder.start(1_000);
  return { recorder, stream, begun, kept };
}

function release({ recorder, stream }: Running) {
  if (recorder.state !== "inactive") recorder.stop();
  letGo(stream);
}

function letGo(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop();
}

const secondsSince = (begun: number) => Math.round((performance.now() - begun) / 1_000);
