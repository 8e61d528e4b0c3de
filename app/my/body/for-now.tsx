import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { PracticeInGarden } from "@/lib/practices/queries";
import type { NervousState, Pacing } from "@/prisma/generated/enums";

type Props = {
  now: { state: NervousState; at: Date };
  practice: PracticeInGarden | null;
  pacing: Pacing;
  zone: string;
};

const openings: Record<NervousState, string> = {
  settled: "There is room now. If you like, use it for this:",
  activated: "You do not have to make it stop. This can help it pass:",
  shutDown: "Nothing has to happen. A very small thing may bring you nearer:",
};

/** What fits the state that was just noted. Help stands beside it. */
export function ForNow({ now, practice, pacing, zone }: Props) {
  const { state, at } = now;
  return (
    <Card
      id="now"
      title="For now"
      aside={
        <p className="small soft">
          noted at <Time at={at} zone={zone} show="time" />
        </p>
      }
    >
      {practice ? (
        <>
          <p>{openings[state]}</p>
          <div className="stack gap-2">
            <h3>{practice.title}</h3>
            <p className="soft">{(pacing === "gentle" && practice.gentle) || practice.short || practice.why}</p>
          </div>
        </>
      ) : (
        <p>Rest is a practice too. You can sit down, drink some water, and let that be enough.</p>
      )}
      <div className="row">
        {practice && (
          <Button href={`/my/practices/${practice.slug}`} variant={state === "shutDown" ? "quiet" : "primary"}>
            Open it
          </Button>
        )}
        {state !== "settled" && (
          <Button href="/help" variant={state === "shutDown" ? "primary" : "quiet"}>
            I need help now
          </Button>
        )}
      </div>
    </Card>
  );
}
