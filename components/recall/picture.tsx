import { formatTime } from "@/lib/core/clock";
import type { Lane, Owner } from "@/lib/recall/rules";
import { clockOf, type Mark, marksOf, shortName } from "./geometry";

type Point = { id: string; at: Date; lane: string; owner: Owner };
type Props = { span: { start: Date; end: Date; over: boolean }; lanes: Lane[]; things: Point[]; zone: string };

const high = { head: 40, lane: 70, foot: 30 };
const colour: Record<Owner, string> = {
  you: "var(--recall-you)",
  companion: "var(--recall-companion)",
  therapist: "var(--recall-therapist)",
};

/** A session's clock with a lane for each who kept something of it. What it shows stands in the list beneath, in words. */
export function RecallPicture({ span, lanes, things, zone }: Props) {
  const shared = { span, lanes, things, zone };
  return (
    <div className="recall-picture">
      <Drawing {...shared} look="wide" apart={7} />
      <Drawing {...shared} look="narrow" apart={13} />
    </div>
  );
}

type DrawingProps = Props & { look: "wide" | "narrow"; apart: number };

function Drawing({ span, lanes, things, zone, look, apart }: DrawingProps) {
  const clock = clockOf(
    span,
    things.map(({ at }) => at),
  );
  const bottom = high.head + lanes.length * high.lane;
  return (
    <svg width="100%" height={bottom + high.foot} className={look} role="img" aria-label={told(span, lanes, zone)}>
      <rect
        x={`${clock.start}%`}
        y={high.head - 12}
        width={`${clock.end - clock.start}%`}
        height={bottom - high.head + 12}
        fill="var(--dawn-wash)"
        opacity="0.7"
      />
      <Arch x={clock.start} bottom={bottom} label={formatTime(span.start, zone)} words="began" />
      {span.over && <Arch x={clock.end} bottom={bottom} label={formatTime(span.end, zone)} words="ended" />}
      {clock.after && (
        <text x={`${(clock.end + 100) / 2 + 2}%`} y={bottom + 20} textAnchor="middle">
          after
        </text>
      )}
      {lanes.map((lane, index) => (
        <LaneLine
          key={lane.key}
          lane={lane}
          y={high.head + index * high.lane}
          marks={marksOf(
            things.filter((thing) => thing.lane === lane.key),
            clock.place,
            apart,
          )}
          zone={zone}
        />
      ))}
    </svg>
  );
}

function LaneLine({ lane, y, marks, zone }: { lane: Lane; y: number; marks: Mark<Point>[]; zone: string }) {
  return (
    <g>
      <text x="0" y={y + 4} className="lane">
        {shortName(lane.name, 18)}
      </text>
      <line x1="0" x2="100%" y1={y + 25} y2={y + 25} stroke="var(--line)" strokeWidth="2" />
      {marks.map(({ x, first, many }) => (
        <svg key={first.id} x={`${x}%`} y={y + 25} overflow="visible">
          <title>{`${formatTime(first.at, zone)}, ${lane.name}`}</title>
          <circle r={many > 1 ? 9 : 6.5} fill={colour[lane.owner]} stroke="var(--card)" strokeWidth="2" />
          {many > 1 && (
            <text y="4" textAnchor="middle" className="many">
              {many}
            </text>
          )}
          <text y="24" textAnchor={x > 94 ? "end" : x < 6 ? "start" : "middle"} dx={x > 94 ? 10 : x < 6 ? -6 : 0}>
            {formatTime(first.at, zone)}
          </text>
        </svg>
      ))}
    </g>
  );
}

/** The door at the beginning and at the end of the session. */
function Arch({ x, bottom, label, words }: { x: number; bottom: number; label: string; words: string }) {
  return (
    <svg x={`${x}%`} overflow="visible">
      <title>{`The session ${words} at ${label}`}</title>
      <line y1="24" y2={bottom} stroke="var(--dawn)" strokeWidth="1.5" strokeDasharray="2 4" />
      <path d="M-9 24V11a9 9 0 0 1 18 0V24Z" fill="var(--dawn)" />
      <text y={bottom + 20} textAnchor="middle" className="edge">
        <tspan className="edge-word">{words} </tspan>
        {label}
      </text>
    </svg>
  );
}

function told(span: Props["span"], lanes: Lane[], zone: string): string {
  const names = lanes.map(({ name }) => (name === "You" ? "you" : name));
  const who = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : "you";
  const when = span.over
    ? `from ${formatTime(span.start, zone)} to ${formatTime(span.end, zone)}`
    : `from ${formatTime(span.start, zone)} on`;
  return `The session ${when} on one clock, with a lane for ${who}. The list beneath holds the same in words.`;
}
