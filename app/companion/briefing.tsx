import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { beforeParts } from "@/lib/companions/words/before/rules";

/** Two minutes of reading before somebody is with a patient. */
export function Briefing() {
  return (
    <div className="grid gap-8">
      {beforeParts.map(({ title, lines }) => (
        <section key={title} className="stack gap-3">
          <h3>{title}</h3>
          <ul className="grid gap-2.5">
            {lines.map((line) => (
              <li key={line} className={point}>
                {line}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The same, folded away, for somebody who has read it. */
export function BriefingAgain() {
  return (
    <Details summary="Read again: what to expect, what helps, what to leave">
      <Card>
        <Briefing />
      </Card>
    </Details>
  );
}

const point =
  "relative pl-6 max-w-words before:absolute before:left-1 before:top-[0.62em] before:size-2 before:rounded-full before:bg-dusk before:content-['']";
