import { formatDate } from "@/lib/core/clock";
import { isAhead, type SessionKind, type SessionState } from "@/lib/sessions/rules";
import { layOut, type Mark } from "./geometry";
import { shortDate } from "./short-date";

type Props = {
  sessions: {
    kind: SessionKind;
    state: SessionState;
    startsAt: Date;
    intention: { wordings: { at: Date }[] } | null;
  }[];
  today: Date;
  zone: string;
  /** When pages of the journal and intentions were written. */
  words?: Date[];
  /** When something was practised. */
  practices?: Date[];
};

/** Arches that find room side by side on a phone. */
const most = 10;

/** The course as a line: dosing sessions are arches, the patient's own words are dots, practices are rings. */
export function CoursePath({ sessions, today, zone, words = [], practices = [] }: Props) {
  const doses = sessions
    .filter(({ kind, state }) => kind === "dosing" && state !== "cancelled" && state !== "noShow")
    .slice(-most);
  if (doses.length === 0) return null;
  const latest = doses.findLast((dose) => !isAhead(dose));
  const marks = doses.map((dose): Mark => {
    const state = dose === latest ? "latest" : isAhead(dose) ? "ahead" : "done";
    return { at: dose.startsAt, label: shortDate(dose.startsAt, zone), state };
  });
  const intentions = sessions.flatMap(({ intention }) => intention?.wordings.map(({ at }) => at) ?? []);
  const inView = (at: Date) => at >= (doses[0]?.startsAt ?? at) || doses.length < most;
  const [dots, rings] = [[...intentions, ...words].filter(inView), practices.filter(inView)];
  return (
    <figure className="stack gap-3">
      <Drawing {...layOut({ arches: marks, dots, rings, today })} words={inWords(doses, zone)} />
      <figcaption className="small soft">
        Arches are dosing sessions, dots your words{rings.length > 0 && ", rings practices"}.
        {marks.some(({ state }) => state === "ahead") && " What is still to come is dashed."}
      </figcaption>
    </figure>
  );
}

type DrawingProps = ReturnType<typeof layOut> & { words: string };

function Drawing({ arches, dots, rings, today, words }: DrawingProps) {
  const nearArch = arches.some(({ x }) => Math.abs(x - today) < 8);
  return (
    <svg role="img" aria-label={words} width="100%" height="104" className="block overflow-visible">
      <line x1="0" y1="72" x2="100%" y2="72" stroke="var(--line)" strokeWidth="2" />
      {arches.map(({ x, label, state }) => (
        <svg key={x} x={`${x}%`} overflow="visible" aria-hidden="true">
          <path
            d="M-12 72V46a12 12 0 0 1 24 0v26"
            fill={state === "latest" ? "var(--dawn-wash)" : "none"}
            stroke="var(--dawn)"
            strokeWidth="2"
            strokeDasharray={state === "ahead" ? "3 4" : undefined}
            strokeLinecap="round"
          />
          <text y="97" textAnchor="middle" fontSize="12.5" fontWeight="500" fill="var(--soft)">
            {label}
          </text>
        </svg>
      ))}
      {rings.map((x) => (
        <circle key={x} cx={`${x}%`} cy="72" r="6" fill="var(--card)" stroke="var(--accent)" strokeWidth="2" />
      ))}
      {dots.map((x) => (
        <circle key={x} cx={`${x}%`} cy="72" r="3.5" fill="var(--accent)" />
      ))}
      <circle cx={`${today}%`} cy="72" r="6" fill="var(--ink)" />
      <text
        x={`${today}%`}
        y={nearArch ? 22 : 56}
        textAnchor={today > 90 ? "end" : today < 10 ? "start" : "middle"}
        fontSize="12.5"
        fontWeight="600"
        fill="var(--ink)"
      >
        today
      </text>
    </svg>
  );
}

function inWords(doses: Props["sessions"], zone: string): string {
  const dates = (some: typeof doses) => list.format(some.map(({ startsAt }) => formatDate(startsAt, zone)));
  const [past, ahead] = [doses.filter((dose) => !isAhead(dose)), doses.filter(isAhead)];
  const parts = [
    past.length > 0 && `Dosing sessions so far: ${dates(past)}.`,
    ahead.length > 0 && `Still to come: ${dates(ahead)}.`,
  ];
  return parts.filter(Boolean).join(" ");
}

const list = new Intl.ListFormat("en-GB");
