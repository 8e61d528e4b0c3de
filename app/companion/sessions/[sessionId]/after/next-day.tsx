import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Row } from "@/components/ui/stack";
import { nextDay, nextDayIntro } from "@/lib/companions/words/after/rules";
import { Points } from "./points";

type Clinic = { name: string; phone: string } | null;
type Topic = (typeof nextDay)[number];

/** Whom to call about what in the first day and night. What is ordinary is folded away. */
export function NextDay({ clinic }: { clinic: Clinic }) {
  return (
    <Card title="The next 24 hours">
      <div className="stack gap-1.5 max-w-words">
        {nextDayIntro.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {nextDay.map((topic) =>
        topic.key === "ordinary" ? (
          <Details key={topic.key} summary={topic.title}>
            <Points lines={topic.lines} />
            <p className="soft max-w-words">{topic.close}</p>
          </Details>
        ) : (
          <section key={topic.key} className="stack gap-3 border-line border-t pt-5">
            <h3>{topic.title}</h3>
            <Points lines={topic.lines} />
            <p className="soft max-w-words">{topic.close}</p>
            <Calls topic={topic} clinic={clinic} />
          </section>
        ),
      )}
    </Card>
  );
}

function Calls({ topic, clinic }: { topic: Topic; clinic: Clinic }) {
  if (topic.key === "clinic" && !clinic) {
    return <p className="soft">The clinic's number stands on the papers you were given.</p>;
  }
  const calls =
    topic.key === "clinic" && clinic
      ? [{ label: `Call ${clinic.name}, ${clinic.phone}`, href: `tel:${clinic.phone.replace(/[^+\d]/g, "")}` }]
      : topic.calls;
  return (
    <Row>
      {calls.map(({ label, href }, index) => (
        <Button key={href} large variant={index === 0 ? "primary" : "quiet"} href={href}>
          {label}
        </Button>
      ))}
    </Row>
  );
}
