import { Button } from "@/components/ui/button";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Row, Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import type { Desk, Thing } from "@/lib/recall/queries";
import { layByClockAction } from "./actions";
import { ThingOnClock } from "./thing";
import { shortWords } from "./words";

type Props = { desk: Desk; zone: string; chosen: string };

/** Everything on the desk, in words, with what one can do with it. */
export function Clock({ desk, zone, chosen }: Props) {
  const { things, session, arranged } = desk;
  const over = session.state === "completed" && !arranged;
  const after = things.findIndex(({ at }) => at > session.end);
  const end = over ? (after < 0 ? things.length : after) : -1;
  return (
    <Stack>
      <Row>
        <h2>{arranged ? "In your order" : "In the order of the clock"}</h2>
        {arranged && (
          <Form quiet action={layByClockAction} submit="Back to the clock" tone="quiet" className="push">
            <Hidden name="sessionId" value={session.id} />
          </Form>
        )}
      </Row>
      <ol className="recall-clock">
        <Began desk={desk} zone={zone} />
        {things.slice(0, end < 0 ? undefined : end).map((thing, index) => (
          <ThingOnClock key={thing.id} {...{ desk, thing, index, zone }} open={thing.id === chosen} />
        ))}
        {over && <Ended at={session.end} zone={zone} />}
        {end >= 0 &&
          things
            .slice(end)
            .map((thing, index) => (
              <ThingOnClock key={thing.id} {...{ desk, thing, zone }} index={end + index} open={thing.id === chosen} />
            ))}
      </ol>
      <Row>
        <Button variant="quiet" href="/my/journal/new?kind=fragment">
          Write something down
        </Button>
      </Row>
    </Stack>
  );
}

function Began({ desk: { session, intention, things }, zone }: { desk: Desk; zone: string }) {
  const beside = things.filter(({ withIntention }) => withIntention);
  return (
    <li className="door-mark">
      <Time at={session.start} zone={zone} show="time" />
      <div className="stack gap-2">
        <p>
          <span className="soft">The session began.{intention && " Your intention was:"} </span>
          {intention && <span className="words">“{intention.text}”</span>}
        </p>
        {intention && beside.length > 0 && <BesideIntention things={beside} zone={zone} />}
      </div>
    </li>
  );
}

const BesideIntention = ({ things, zone }: { things: Thing[]; zone: string }) => (
  <div>
    <p className="small soft">You laid beside it</p>
    <ul className="grid gap-1">
      {things.map((thing) => (
        <li key={thing.id}>
          <a href={`#thing-${thing.id}`}>{shortWords(thing, zone)}</a>
        </li>
      ))}
    </ul>
  </div>
);

const Ended = ({ at, zone }: { at: Date; zone: string }) => (
  <li className="door-mark">
    <Time at={at} zone={zone} show="time" />
    <p className="soft">The session ended.</p>
  </li>
);
