"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { newId } from "@/client/ids";
import { classNames } from "@/components/ui/class-names";
import { PlaceWords } from "./place-words";
import type { Recording } from "./use-recorder";
import { useSending, type Whereabouts } from "./use-sending";
import { useVoice } from "./use-voice";

type Colour = { key: string; words: string; fill: string };
type Props = { colours: Colour[]; mic: ReactNode };

/** A voice, a word, a colour: any of them is enough. Kept on this device at once, and sent when the portal answers. */
export function KeepFragment({ colours, mic }: Props) {
  const { whereabouts, keep } = useSending();
  const { state, seconds, voice, start, finish, forget } = useVoice();
  const [colour, setColour] = useState("");
  const [text, setText] = useState("");
  const [kept, setKept] = useState(false);
  const busy = useRef(false);
  const recording = state === "recording";

  const keepAll = async () => {
    if (busy.current) return;
    busy.current = true;
    const spoken = (recording && (await finish())) || voice;
    const said = { text: text.trim(), colour, voice: spoken?.blob ?? null };
    if (said.text || said.colour || said.voice) {
      const isKept = await keep({ id: newId(), at: new Date().toISOString(), ...said });
      setKept(isKept);
      if (isKept) empty();
    }
    busy.current = false;
  };
  const empty = () => {
    setText("");
    setColour("");
    forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keepAll();
  };

  if (kept) return <Kept whereabouts={whereabouts} onMore={() => setKept(false)} />;
  return (
    <form className="quiet-keep" onSubmit={submit}>
      <button
        type="button"
        className={recording ? "voice-button on" : classNames("voice-button", voice !== null && "has")}
        aria-pressed={recording}
        onClick={() => void (recording ? finish() : start())}
      >
        {mic}
        <span>{voiceWords(state, seconds, voice)}</span>
      </button>
      <p role="status" className="soft small">
        {trouble[state]}
      </p>
      <Colours colours={colours} chosen={colour} onChoose={setColour} />
      <Word text={text} onType={setText} />
      <button type="submit" className="btn large">
        Keep
      </button>
      {whereabouts?.place === "nowhere" && <PlaceWords whereabouts={whereabouts} />}
    </form>
  );
}

function Word({ text, onType }: { text: string; onType: (text: string) => void }) {
  return (
    <textarea
      aria-label="A word"
      placeholder="a word"
      rows={1}
      maxLength={1_000}
      value={text}
      onChange={(event) => onType(event.target.value)}
      className="voice"
    />
  );
}

function Kept({ whereabouts, onMore }: { whereabouts: Whereabouts | null; onMore: () => void }) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1} className="quiet-kept">
      <span className="breath-arch still" aria-hidden="true" />
      <PlaceWords whereabouts={whereabouts} />
      <button type="button" className="btn quiet large" onClick={onMore}>
        One more
      </button>
    </div>
  );
}

type Choosing = { colours: Colour[]; chosen: string; onChoose: (key: string) => void };

function Colours({ colours, chosen, onChoose }: Choosing) {
  return (
    <fieldset className="quiet-colours">
      <legend className="sr-only">A colour</legend>
      {colours.map(({ key, words, fill }) => (
        <button
          key={key}
          type="button"
          aria-label={words}
          aria-pressed={chosen === key}
          onClick={() => onChoose(chosen === key ? "" : key)}
        >
          <svg viewBox="0 0 48 48" aria-hidden="true">
            <circle cx="24" cy="24" r="20" fill={fill} />
            {chosen === key && <circle cx="24" cy="24" r="7" fill="#070909" />}
          </svg>
        </button>
      ))}
    </fieldset>
  );
}

const trouble: Record<string, string> = {
  refused: "The microphone is switched off for this page. A word or a colour is enough.",
  unsupported: "There is no microphone here. A word or a colour is enough.",
};

function voiceWords(state: string, seconds: number, voice: Recording | null): string {
  if (state === "recording") return clock(seconds);
  return voice ? clock(voice.seconds) : "Speak";
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
