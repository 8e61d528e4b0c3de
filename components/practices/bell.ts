const partials = [
  { times: 1, loud: 0.5, seconds: 7 },
  { times: 2.01, loud: 0.22, seconds: 4.5 },
  { times: 2.76, loud: 0.16, seconds: 3 },
  { times: 5.4, loud: 0.06, seconds: 1.4 },
];

const pitch = { start: 396, between: 528, end: 396 };

export type Bells = {
  /** Rings bells so many milliseconds from now, by the sound card's own clock, which runs on in the background. */
  plan: (bells: { in: number; kind: keyof typeof pitch }[]) => void;
  /** Takes back what has not rung yet. */
  hush: () => void;
  close: () => void;
};

/** A bell made of a few sine waves. Has to be called from a tap, since browsers let nothing sound before one. Null without sound. */
export function makeBells(): Bells | null {
  if (typeof AudioContext === "undefined") return null;
  const context = new AudioContext();
  void context.resume().catch(() => undefined);
  let planned: OscillatorNode[] = [];
  return {
    plan: (bells) => {
      planned = bells.flatMap((bell) => strike(context, pitch[bell.kind], context.currentTime + bell.in / 1_000));
    },
    hush: () => {
      for (const wave of planned) wave.stop();
      planned = [];
    },
    // The last bell rings out first.
    close: () => void setTimeout(() => context.close().catch(() => undefined), 8_000),
  };
}

function strike(context: AudioContext, hertz: number, at: number): OscillatorNode[] {
  return partials.map(({ times, loud, seconds }) => {
    const wave = new OscillatorNode(context, { frequency: hertz * times });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loud * 0.5, at + 0.012);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
    wave.connect(gain).connect(context.destination);
    wave.start(at);
    wave.stop(at + seconds + 0.1);
    return wave;
  });
}
