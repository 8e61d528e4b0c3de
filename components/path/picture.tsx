import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { patientPageOf } from "@/lib/core/kinds";
import type { Group, PathSession } from "@/lib/path/picture/queries";
import { isAhead } from "@/lib/sessions/rules";
import { lineAlong } from "./geometry";
import { feltLine, gather, heights, type Placed, wrap } from "./picture-geometry";
import { shortDate } from "./short-date";

type Props = { sessions: PathSession[]; groups: Group[]; first: Date; today: Date; zone: string };

/** Arches that find room side by side. */
const most = 10;

/** The whole path as a picture: arches, words, practices, and how it was. Its links are left out of the order of the keys: what they open is beneath it, and in the list. */
export function PathPicture({ sessions, groups, first, today, zone }: Props) {
  const doses = sessions.filter(({ kind }) => kind === "dosing").slice(-most);
  const step = Math.min(20, 84 / Math.max(1, doses.length));
  const line = lineAlong(
    doses.map(({ at }) => at),
    [first, today],
    step,
    Math.min(4.5, step / 2 - 0.5),
  );
  const placed = groups.filter(({ at }) => at <= today).map((group) => ({ ...group, x: line.place(group.at) }));
  const felt = feltLine(placed.flatMap(({ x, mood }) => (mood === null ? [] : [{ x, mood }])));
  const arches = doses.map((dose, index) => ({ ...dose, x: line.arches[index] ?? 0 }));
  const shared = { arches, felt, today: line.place(today), zone };
  return (
    <figure className="path-picture">
      <Drawing {...shared} marks={marksOf(placed, shared.today, 1.5)} look="wide" />
      <Drawing {...shared} marks={marksOf(placed, shared.today, 4)} look="narrow" />
      <figcaption className="small soft">
        <Legend
          felt={felt !== null}
          has={(look) => groups.some((group) => group.look === look)}
          doses={arches.length}
        />
      </figcaption>
    </figure>
  );
}

/** What lies too close to today is moved before it, so that its dot hides nothing. */
function marksOf(placed: Placed[], today: number, apart: number) {
  const seen = placed.map((group) => ({ ...group, x: Math.min(group.x, today - 1.25 * apart) }));
  const of = (look: Group["look"]) =>
    gather(
      seen.filter((group) => group.look === look),
      apart,
    );
  return { words: of("words"), practices: of("practices"), notes: of("notes") };
}

type Arch = PathSession & { x: number };
type DrawingProps = {
  arches: Arch[];
  felt: ReturnType<typeof feltLine>;
  today: number;
  zone: string;
  marks: ReturnType<typeof marksOf>;
  look: "wide" | "narrow";
};

function Drawing({ arches, felt, today, zone, marks, look }: DrawingProps) {
  const wide = look === "wide";
  const words = wide && arches.length > 0 && arches.length <= 6;
  return (
    <svg width="100%" height={heights.all + (words ? 62 : 0)} className={classNames(look, !felt && "low")}>
      <title>Your path as a picture</title>
      {felt && <Felt felt={felt} />}
      <line x1="0" y1={heights.line} x2="100%" y2={heights.line} stroke="var(--line)" strokeWidth="2" />
      {arches.map((arch, index) => (
        <ArchMark
          key={arch.id}
          arch={arch}
          label={labelOf(arches, index, zone, wide ? 6 : 15)}
          half={wide ? 17 : 12}
          zone={zone}
        >
          {words && <Intention text={arch.intention} most={roomAt(arches, index)} />}
        </ArchMark>
      ))}
      <Marks marks={marks} wide={wide} zone={zone} />
      <circle cx={`${today}%`} cy={heights.line} r={wide ? 8 : 6.5} fill="var(--ink)" />
      <text
        x={`${today}%`}
        y={
          arches.some(({ x }) => Math.abs(x - today) < (wide ? 6 : 10))
            ? heights.line - heights.arch - 12
            : heights.line - 18
        }
        textAnchor={today > 88 ? "end" : today < 12 ? "start" : "middle"}
        className="today"
      >
        today
      </text>
    </svg>
  );
}

function Felt({ felt }: { felt: { line: string; under: string } }) {
  return (
    <>
      <svg
        aria-hidden="true"
        viewBox={`0 0 100 ${heights.line}`}
        preserveAspectRatio="none"
        width="100%"
        height={heights.line}
      >
        <path d={felt.under} fill="var(--dawn-wash)" opacity="0.75" />
        <path
          d={felt.line}
          fill="none"
          stroke="var(--dawn)"
          strokeWidth="2"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <text x="0" y="12">
        brighter
      </text>
    </>
  );
}

type ArchProps = { arch: Arch; label: string; half: number; zone: string; children?: ReactNode };

function ArchMark({ arch, label, half, zone, children }: ArchProps) {
  const { line, arch: tall } = heights;
  const name = `Dosing session, ${shortDate(arch.at, zone)}`;
  return (
    <a href={`/my/sessions/${arch.id}`} tabIndex={-1}>
      <svg x={`${arch.x}%`} overflow="visible" role="img" aria-label={name}>
        <title>{name}</title>
        <path
          d={`M-${half} ${line}V${line - tall + half}a${half} ${half} 0 0 1 ${2 * half} 0V${line}`}
          fill="var(--dawn-wash)"
          fillOpacity={isAhead(arch) ? 0 : 0.85}
          stroke="var(--dawn)"
          strokeWidth="2"
          strokeDasharray={isAhead(arch) ? "3 5" : undefined}
          strokeLinecap="round"
        />
        <text y={line + 36} textAnchor="middle">
          {label}
        </text>
        {children}
      </svg>
    </a>
  );
}

function Intention({ text, most }: { text: string | null; most: number }) {
  if (!text) return null;
  return (
    <text y={heights.line + 62} textAnchor="middle" className="said">
      {wrap(`“${text}”`, most).map((line, index) => (
        <tspan key={line} x="0" dy={index === 0 ? 0 : 21}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Marks({ marks, wide, zone }: Pick<DrawingProps, "marks" | "zone"> & { wide: boolean }) {
  const size = wide ? 5 : 4;
  const y = heights.line;
  return (
    <>
      {marks.practices.map((mark) => (
        <Mark key={mark.id} mark={mark} zone={zone}>
          <circle cy={y} r={size + 2} fill="var(--card)" stroke="var(--accent)" strokeWidth="2" />
        </Mark>
      ))}
      {marks.words.map((mark) => (
        <Mark key={mark.id} mark={mark} zone={zone}>
          <circle cy={y} r={size - 1 + Math.min(1.5, Math.log10(mark.count))} fill="var(--accent)" />
        </Mark>
      ))}
      {marks.notes.map((mark) => (
        <Mark key={mark.id} mark={mark} zone={zone}>
          <rect x="-4" y={y + 9} width="8" height="8" rx="1.5" fill="var(--dusk)" />
        </Mark>
      ))}
    </>
  );
}

function Mark({ mark, zone, children }: { mark: Placed; zone: string; children: ReactNode }) {
  const { count, look, id, at } = mark;
  const href = count === 1 ? patientPageOf(mark.kind, mark) : `/my/path?view=list&from=${id}`;
  const name = `${names[look][count === 1 ? 0 : 1]}, ${count === 1 ? "" : `${count}, `}${shortDate(at, zone)}`;
  return (
    <a href={href} tabIndex={-1}>
      <svg x={`${mark.x}%`} overflow="visible" role="img" aria-label={name}>
        <title>{name}</title>
        {children}
      </svg>
    </a>
  );
}

const names: Record<Group["look"], [string, string]> = {
  words: ["Your words", "Your words"],
  practices: ["A practice", "Practices"],
  notes: ["A note", "Notes"],
  checkIns: ["A check-in", "Check-ins"],
};

/** The date under an arch, left out where it would run into the one before. */
function labelOf(arches: Arch[], index: number, zone: string, apart: number): string {
  const [x, before] = [arches[index]?.x ?? 0, arches[index - 1]?.x];
  const at = arches[index]?.at;
  return at && (before === undefined || x - before >= apart || (apart > 10 && index % 2 === 0))
    ? shortDate(at, zone)
    : "";
}

/** Characters that fit under an arch before the words of its neighbours. */
function roomAt(arches: Arch[], index: number): number {
  const xs = arches.map(({ x }) => x);
  const here = xs[index] ?? 0;
  const left = index > 0 ? here - (xs[index - 1] ?? 0) : 2 * here;
  const right = index < xs.length - 1 ? (xs[index + 1] ?? 100) - here : 2 * (100 - here);
  return Math.max(9, Math.min(34, Math.floor(Math.min(left, right) * 0.84)));
}

type LegendProps = { felt: boolean; has: (look: Group["look"]) => boolean; doses: number };

function Legend({ felt, has, doses }: LegendProps) {
  const parts = [
    doses > 0 && "arches are dosing sessions",
    has("words") && "dots are your words",
    has("practices") && "rings are practices",
    has("notes") && "squares are notes you were given",
    felt && "the line is how you said it was",
  ].filter(Boolean);
  if (parts.length === 0) return null;
  const text = new Intl.ListFormat("en-GB").format(parts as string[]);
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
