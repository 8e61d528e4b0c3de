import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";

const parts = [
  {
    title: "What to expect",
    lines: [
      "They may lie still with their eyes closed. They may also talk, laugh, cry or move. All of this can happen, and it passes.",
      "They may not hear you, or say things that make no sense yet. You do not need to answer.",
      "Time can feel long. Eat before you come, and bring something quiet to do.",
      "The clinic's staff look after their health. That is not up to you.",
    ],
  },
  {
    title: "What helps",
    lines: [
      "Sit where they can find you. Stay calm and speak little. Being there is the help.",
      "Touch only in the way the two of you agreed on before.",
      "When they speak, write down their words just as they come, with the time.",
      "Afterwards: water, a blanket, soft light, a slow way home. Listen more than you ask.",
      "They should not drive or decide anything big until they have slept for a night.",
    ],
  },
  {
    title: "What to leave",
    lines: [
      "Leave out advice, and what you think it means. That is theirs to find.",
      "Take no photos, record nothing, make no calls in the room.",
      "Tell nobody else what you saw or heard.",
      "If anything worries you, call the staff. You can never call too early.",
    ],
  },
];

/** Two minutes of reading before somebody is with a patient. */
export function Briefing() {
  return (
    <div className="grid gap-8">
      {parts.map(({ title, lines }) => (
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
