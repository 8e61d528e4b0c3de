"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Pills } from "./pills";
import { useAwake } from "./use-awake";

const paces = [
  { value: 20, label: "20 seconds" },
  { value: 40, label: "40 seconds" },
  { value: 60, label: "a minute" },
  { value: 0, label: "I go on myself" },
];

/** The steps one at a time, large. It goes on by itself at a chosen pace, stands still when asked, and goes back. */
export default function BodyScan({ steps }: { steps: string[] }) {
  const [at, setAt] = useState(0);
  const [seconds, setSeconds] = useState(40);
  const [running, setRunning] = useState(true);
  const last = at >= steps.length - 1;
  const moving = running && seconds > 0 && !last;
  useAwake(moving);
  useEffect(() => {
    if (!moving) return;
    const next = setTimeout(() => setAt(at + 1), seconds * 1_000);
    return () => clearTimeout(next);
  }, [moving, seconds, at]);
  return (
    <section className="tool" aria-label="Step by step">
      <p className="small soft">
        Step {at + 1} of {steps.length}
      </p>
      <p className="scan-step words" aria-live="polite">
        {steps[at]}
      </p>
      {last && <p className="soft">That was the last one. Stay as long as you like.</p>}
      <div className="row justify-center">
        <button type="button" className={buttonClass("quiet", true)} disabled={at === 0} onClick={() => setAt(at - 1)}>
          Back
        </button>
        {seconds > 0 && !last && (
          <button type="button" className={buttonClass("quiet", true)} onClick={() => setRunning(!running)}>
            {running ? "Pause" : "Go on"}
          </button>
        )}
        {!last && (
          <button type="button" className={buttonClass("primary", true)} onClick={() => setAt(at + 1)}>
            Next
          </button>
        )}
      </div>
      <Pills legend="Time for each step" name="scan-pace" options={paces} value={seconds} onChange={setSeconds} />
    </section>
  );
}
