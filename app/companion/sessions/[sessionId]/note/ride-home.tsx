import { Checkbox } from "@/components/ui/choices";
import { tickName } from "@/lib/companions/notes/rules";
import { rideHome, rideHomeNotes } from "@/lib/companions/words/after/rules";

/** The way home, to tick: part of the debrief's form, and kept with it. */
export function RideHome({ done }: { done: string[] }) {
  return (
    <section className="card stack" aria-labelledby="way-home">
      <h2 id="way-home">The way home</h2>
      <ul className="grid gap-1.5 small soft max-w-words">
        {rideHomeNotes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {rideHome.map(({ title, items }) => (
        <fieldset key={title} className="stack gap-1 min-w-0">
          <legend className="font-semibold">{title}</legend>
          {items.map(({ key, text }) => (
            <Checkbox key={key} name={tickName(key)} label={text} defaultChecked={done.includes(key)} />
          ))}
        </fieldset>
      ))}
      <p className="small soft max-w-words">The ticks are for you. Nobody else is shown them.</p>
    </section>
  );
}
