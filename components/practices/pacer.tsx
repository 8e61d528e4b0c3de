"use client";

import { type Ref, useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Pills } from "./pills";
import { breathAt, type Pace, paces } from "./timing";
import { useAwake } from "./use-awake";

const options = paces.map(({ name }) => ({ value: name as string, label: name }));

/** A circle that grows with the breath in and shrinks with the breath out. With reduced motion words and a slow bar do the same. */
export default function Pacer() {
  const [pace, setPace] = useState<Pace>(paces[0]);
  const [running, setRunning] = useState(false);
  useAwake(running);
  return (
    <section className="tool" aria-label="Breathing with a shape">
      {running ? <Breath key={pace.name} pace={pace} /> : <Still />}
      <p className="sr-only">
        Breathe in for {pace.in} seconds and out for {pace.out}, without holding. Stop when you like.
      </p>
      <div className="row justify-center">
        <button
          type="button"
          className={buttonClass(running ? "quiet" : "primary", true)}
          onClick={() => setRunning(!running)}
        >
          {running ? "Stop" : "Begin"}
        </button>
      </div>
      <Pills
        legend="Pace, in seconds"
        name="pace"
        options={options}
        value={pace.name}
        onChange={(name) => setPace(paces.find((one) => one.name === name) ?? paces[0])}
      />
      <p className="small soft">If it feels tight, let your breath find its own way. Nothing has to match.</p>
    </section>
  );
}

function Breath({ pace }: { pace: Pace }) {
  const circle = useRef<SVGGElement>(null);
  const bar = useRef<HTMLProgressElement>(null);
  const word = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const began = performance.now();
    const { current: said } = word;
    const { current: filled } = bar;
    const { current: light } = circle;
    if (!said || !filled || !light) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let next = 0;
    const show = () => {
      const { half, part } = breathAt(pace, performance.now() - began);
      const full = half === "in" ? part : 1 - part;
      said.textContent = `${half}…`;
      filled.value = Math.round(full * pace[half]) / pace[half];
      if (!calm) light.setAttribute("transform", `scale(${0.42 + 0.58 * ease(full)})`);
      next = calm ? window.setTimeout(show, 250) : requestAnimationFrame(show);
    };
    show();
    return () => (calm ? clearTimeout(next) : cancelAnimationFrame(next));
  }, [pace]);
  return (
    <div className="breath" aria-hidden="true">
      <Shape ref={circle} />
      <p ref={word} className="breath-word" />
      <progress ref={bar} className="breath-bar" max={1} value={0} />
    </div>
  );
}

const Still = () => (
  <div className="breath" aria-hidden="true">
    <Shape />
  </div>
);

const Shape = ({ ref }: { ref?: Ref<SVGGElement> }) => (
  <svg viewBox="-100 -100 200 200" className="breath-shape" aria-hidden="true" focusable="false">
    <circle r="96" className="breath-edge" />
    <g ref={ref} transform="scale(0.42)">
      <circle r="94" className="breath-light" />
    </g>
  </svg>
);

const ease = (part: number) => (1 - Math.cos(Math.PI * part)) / 2;
