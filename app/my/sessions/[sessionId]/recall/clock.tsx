import { Button } from "@/components/ui/button";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Pager } from "@/components/ui/pager";
import { Row, Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import type { Desk, Thing } from "@/lib/recall/queries";
import { layByClockAction } from "./actions";
import { ThingOnClock } from "./thing";
import { shortWords } from "./words";

type Props = { desk: Desk; zone: string; chosen: string; from: number };

const most = 100;

/** The desk in words, at most a hundred things at a time, with what one can do with each. */
export function Clock({ desk, zone, chosen, from }: Props) {
  const { things, session, arranged } = desk;
  const start = pageStart(things, chosen, from);
  const end = endOf(desk);
  const shown = things.slice(start, start + most);
  const isLast = start + most >= things.length;
  const mark = <Ended key="end" at={session.end} zone={zone} />;
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
        {start === 0 && <Began desk={desk} zone={zone} />}
        {shown.flatMap((thing, at) => [
          ...(start + at === end ? [mark] : []),
          <ThingOnClock
            key={thing.id}
            {...{ desk, thing, zone }}
            index={start + at}
            open={thing.id === chosen}
            closed={start > 0 ? `?from=${start}` : "?"}
          />,
        ])}
        {isLast && end === things.length && mark}
      </ol>
      <Pager
        label="Along the clock"
        words={["Before", "Further on"]}
        newer={start > 0 ? `?from=${start - most}` : undefined}
        older={isLast ? undefined : `?from=${start + most}`}
      />
      <Row>
        <Button variant="quiet" href="/my/journal/new?kind=fragment">
          Write something down
        </Button>
      </Row>
    </Stack>
  );
}

/** The page on which the chosen thing lies, else the one asked for. */
function pageStart(things: Thing[], chosen: string, from: number): number {
  const at = things.findIndex(({ id }) => id === chosen);
  const wanted = at >= 0 ? at : Math.min(Math.max(from, 0), things.length - 1);
  return Math.floor(wanted / most) * most;
}

/** Before which thing the session ended; none while it lasts, or in an order of the patient's own. */
function endOf({ things, session, arranged }: Desk): number | null {
  if (session.state !== "completed" || arranged) return null;
  const after = things.findIndex(({ at }) => at > session.end);
  return after < 0 ? things.length : after;
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
          <Link href={`?thing=${thing.id}#thing-${thing.id}`}>{shortWords(thing, zone)}</Link>
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
