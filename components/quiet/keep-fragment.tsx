"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { newId } from "@/client/ids";
import { classNames } from "@/components/ui/class-names";
import { PlaceWords } from "./place-words";
import { type Recording, useRecorder } from "./use-recorder";
import { useSending } from "./use-sending";

type Colour = { key: string; words: string; fill: string };
type Props = { colours: Colour[]; mic: ReactNode };

/** A voice, a word, a colour: any of them is enough. Kept on this device at once, and sent when the portal answers. */
export function KeepFragment({ colours, mic }: Props) {
  const { whereabouts, keep } = useSending();
  const recorder = useRecorder();
  const [voice, setVoice] = useState<Recording | null>(null);
  const [colour, setColour] = useState("");
  const [text, setText] = useState("");
  const [kept, setKept] = useState(false);
  const busy = useRef(false);
  const top = useRef<HTMLDivElement>(null);
  const recording = recorder.state === "recording";
  const { stop } = recorder;

  const finish = async () => {
    const recorded = await stop();
    if (recorded) setVoice(recorded);
    return recorded ?? voice;
  };
  useEffect(() => {
    const leave = () => location.hash !== "#keep" && void stop().then((recorded) => recorded && setVoice(recorded));
    addEventListener("hashchange", leave);
    return () => removeEventListener("hashchange", leave);
  }, [stop]);
  useEffect(() => {
    if (kept) top.current?.focus();
  }, [kept]);

  const submit = async () => {
    if (busy.current) return;
    busy.current = true;
    const spoken = recording ? await finish() : voice;
    const at = new Date().toISOString();
    const words = text.trim();
    if (words || colour || spoken) {
      const done = await keep({ id: newId(), text: words, colour, at, voice: spoken?.blob ?? null });
      if (done) empty();
      setKept(done);
    }
    busy.current = false;
  };
  const empty = () => {
    setText("");
    setColour("");
    setVoice(null);
  };

  const submitted = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };

  if (kept)
    return (
      <div ref={top} tabIndex={-1} className="quiet-kept">
        <span className="breath-arch still" aria-hidden="true" />
        <PlaceWords whereabouts={whereabouts} />
        <button type="button" className="btn quiet large" onClick={() => setKept(false)}>
          One more
        </button>
      </div>
    );
  return (
    <form className="quiet-keep" onSubmit={submitted}>
      <button
        type="button"
        className={recording ? "voice-button on" : classNames("voice-button", voice !== null && "has")}
        aria-pressed={recording}
        onClick={() => void (recording ? finish() : recorder.start())}
      >
        {mic}
        <span>{voiceWords(recorder.state, recorder.seconds, voice)}</span>
      </button>
      <p role="status" className="soft small">
        {trouble[recorder.state]}
      </p>
      <Colours colours={colours} chosen={colour} onChoose={setColour} />
      <textarea
        aria-label="A word"
        placeholder="a word"
        rows={1}
        maxLength={1_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="voice"
      />
      <button type="submit" className="btn large">
        Keep
      </button>
      {whereabouts?.place === "nowhere" && <PlaceWords whereabouts={whereabouts} />}
    </form>
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
