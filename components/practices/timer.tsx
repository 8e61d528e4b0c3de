"use client";

import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Pills } from "./pills";
import { minute, timeWords } from "./timing";
import { useSitting } from "./use-sitting";

const lengths = [1, 3, 5, 10, 15, 20, 30, 40].map((value) => ({ value, label: String(value) }));
const intervals = [
  { value: 0, label: "no" },
  { value: 1, label: "each minute" },
  { value: 5, label: "every 5 minutes" },
  { value: 10, label: "every 10" },
];

/** A sitting with a bell at its beginning and end, and between if wanted. Works without sound: the screen says it too. */
export default function Timer({ showsTime }: { showsTime: boolean }) {
  const [minutes, setMinutes] = useState(5);
  const [interval, setInterval] = useState(0);
  const [sounds, setSounds] = useState(true);
  const [shakes, setShakes] = useState(false);
  const sitting = useSitting({ minutes, interval, sounds, shakes });
  if (sitting.state !== "waiting") return <Running sitting={sitting} showsTime={showsTime} sounds={sounds} />;
  return (
    <section className="tool" aria-label="A timer with a bell">
      <Pills legend="Minutes" name="minutes" options={lengths} value={minutes} onChange={setMinutes} />
      <Pills legend="A bell between" name="interval" options={intervals} value={interval} onChange={setInterval} />
      <Switch label="With sound" checked={sounds} onChange={setSounds} />
      {"vibrate" in navigator && <Switch label="Vibrate at each bell" checked={shakes} onChange={setShakes} />}
      <button type="button" className={buttonClass("primary", true, "justify-self-center")} onClick={sitting.begin}>
        Begin
      </button>
    </section>
  );
}

type RunningProps = { sitting: ReturnType<typeof useSitting>; showsTime: boolean; sounds: boolean };

function Running({ sitting, showsTime, sounds }: RunningProps) {
  const [shown, setShown] = useState(showsTime);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "center" });
  }, []);
  const { state, gone, length } = sitting;
  return (
    <section ref={place} tabIndex={-1} className="tool" aria-label="A timer with a bell">
      <Face part={length ? gone / length : 0} rung={sitting.rung} />
      <p className="words large text-center" role="status">
        {
          {
            running: sounds ? "The bell will tell you" : "The screen will tell you",
            paused: "Standing still",
            over: "The time is over",
            waiting: "",
          }[state]
        }
      </p>
      {state === "over" ? (
        <p className="soft text-center">Stay as long as you like. You can note it below.</p>
      ) : (
        <Time shown={shown} gone={gone} length={length} onChange={setShown} />
      )}
      <div className="row justify-center">
        {state === "running" && <Press onClick={sitting.pause}>Pause</Press>}
        {state === "paused" && (
          <Press tone="primary" onClick={sitting.goOn}>
            Go on
          </Press>
        )}
        {state === "over" ? (
          <Press onClick={sitting.leave}>Once more</Press>
        ) : (
          <Press onClick={sitting.leave}>End here</Press>
        )}
      </div>
      {state !== "over" && <p className="small soft text-center">Ending early is fine.</p>}
    </section>
  );
}

type TimeProps = { shown: boolean; gone: number; length: number; onChange: (shown: boolean) => void };

const Time = ({ shown, gone, length, onChange }: TimeProps) => (
  <div className="row justify-center gap-x-4 gap-y-0">
    {shown && (
      <p className="soft tabular-nums">
        {timeWords(gone)} of {length / minute} min
      </p>
    )}
    <button type="button" className={buttonClass("plain")} onClick={() => onChange(!shown)}>
      {shown ? "Hide the time" : "Show the time"}
    </button>
  </div>
);

/** A ring that closes once around. For a moment after a bell it shines. */
const Face = ({ part, rung }: { part: number; rung: boolean }) => (
  <svg viewBox="-100 -100 200 200" className="timer-face" aria-hidden="true" focusable="false">
    <circle r="90" className="timer-edge" />
    <circle
      r="90"
      className="timer-part"
      pathLength={1}
      strokeDasharray={`${part} 1`}
      transform="rotate(-90)"
      visibility={part > 0 ? "visible" : "hidden"}
    />
    {rung && <circle r="62" className="breath-light" />}
  </svg>
);

type PressProps = { tone?: "primary" | "quiet"; onClick: () => void; children: string };

const Press = ({ tone = "quiet", onClick, children }: PressProps) => (
  <button type="button" className={buttonClass(tone, true)} onClick={onClick}>
    {children}
  </button>
);

type SwitchProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

const Switch = ({ label, checked, onChange }: SwitchProps) => (
  <label className="choice">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span>{label}</span>
  </label>
);
