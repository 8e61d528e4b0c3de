import { stateSentences } from "@/lib/body/rules";
import type { NervousState } from "@/prisma/generated/enums";

/** Three large buttons that send `state`, with a sentence each. `now` is the one that counts at the moment. */
export function StateButtons({ now }: { now?: NervousState }) {
  return (
    <div className="states">
      {Object.entries(stateSentences).map(([state, { word, sentence }]) => (
        <button key={state} type="submit" name="state" value={state} className="state" data-now={state === now}>
          <strong>
            {word}
            {state === now && <span className="small"> · now</span>}
          </strong>
          <span>{sentence}</span>
        </button>
      ))}
    </div>
  );
}
