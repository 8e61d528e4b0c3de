"use client";

import { useRef, useState } from "react";
import { useRecorder } from "@/components/quiet/use-recorder";
import { buttonClass } from "@/components/ui/button-class";
import { silence } from "@/lib/core/answers";
import { Recording, type Spoken } from "./recording";
import { useGuard } from "./use-guard";
import { beginPage, sendVoice, staysWords } from "./voice";

type Props = { entryId: string; writer: string };

/** Records a voice for this page and sends it. What does not get through stays here until it does. */
export default function VoiceNote({ entryId, writer }: Props) {
  const box = useRef<HTMLElement>(null);
  const { state, seconds, start, stop } = useRecorder();
  const [spoken, setSpoken] = useState<Spoken[]>([]);
  const running = state === "recording" || state === "asking";
  useGuard(running || spoken.some(({ state }) => state !== "kept"));

  const change = (id: string, to: Partial<Spoken>) =>
    setSpoken((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)));

  const send = async (one: Spoken) => {
    change(one.id, { state: "sending", message: undefined });
    const form = box.current?.closest("form");
    const begun = form ? await beginPage(form) : false;
    const refusal = begun ? await sendVoice({ ...one, entryId, writer }) : staysWords(silence);
    change(one.id, refusal ? { state: "unsent", message: refusal } : { state: "kept" });
  };

  const finish = async () => {
    const recording = await stop();
    if (!recording) return;
    const one: Spoken = {
      ...recording,
      id: crypto.randomUUID(),
      url: URL.createObjectURL(recording.blob),
      state: "sending",
    };
    setSpoken((all) => [...all, one]);
    await send(one);
  };

  return (
    <section ref={box} className="voice-note" aria-label="Say it instead">
      {spoken.map((one) => (
        <Recording key={one.id} spoken={one} again={() => void send(one)} />
      ))}
      {running ? (
        <div className="row">
          <button type="button" className={buttonClass("primary", true)} onClick={() => void finish()}>
            Done speaking
          </button>
          <span role="timer" aria-live="off" className="tabular-nums">
            {state === "asking" ? "Waiting for the microphone" : clock(seconds)}
          </span>
        </div>
      ) : (
        <button type="button" className={buttonClass("quiet", true)} onClick={() => void start()}>
          {spoken.length > 0 ? "Say more" : "Start speaking"}
        </button>
      )}
      <p className="small soft" role="status">
        {words[state]}
      </p>
    </section>
  );
}

const words = {
  idle: "It is kept as sound, with this page. Ten minutes at most.",
  asking: "Your browser asks whether it may listen.",
  recording: "It is listening.",
  refused: "The microphone is not open to this page. You can allow it in your browser, or write instead.",
  unsupported: "This browser cannot record here. You can write instead.",
};

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
