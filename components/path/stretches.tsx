import { Details } from "@/components/ui/details";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/core/clock";
import type { CountedStretch, PathSession } from "@/lib/path/picture/queries";
import { aheadWords, countWords, pointLabel } from "@/lib/path/rules";
import { sessionTitle } from "@/lib/sessions/rules";

type Props = { sessions: PathSession[]; stretches: CountedStretch[]; today: Date; zone: string };

/** How many doses are open at once; the earlier ones unfold. */
const shown = 3;

/** The path from dose to dose, the latest first: what lies at each point, and an open door where nothing does. */
export function Stretches({ sessions, stretches, today, zone }: Props) {
  const doses = sessions.filter(({ id }) => stretches.some(({ doseId }) => doseId === id));
  const before = stretches.filter(({ doseId, counts }) => doseId === null && countWords(counts));
  const parts = doses
    .map((dose, index) => (
      <DosePart
        key={dose.id}
        dose={dose}
        number={index + 1}
        zone={zone}
        ahead={index === doses.length - 1 ? aheadWords(dose.at, today, zone) : ""}
        stretches={stretches.filter(({ doseId }) => doseId === dose.id)}
      />
    ))
    .reverse();
  return (
    <div className="stack gap-6">
      {parts.slice(0, shown)}
      {parts.length > shown && <Details summary="Earlier sessions">{parts.slice(shown)}</Details>}
      {before.map(({ counts }) => (
        <section key="before" className="dose-part plain" aria-labelledby="before-first">
          <h3 id="before-first">{doses.length > 0 ? "Before the first session" : "So far"}</h3>
          <ol className="points">
            <li>
              <Link href="/my/path?view=list&part=before">{countWords(counts)}</Link>
            </li>
          </ol>
        </section>
      ))}
    </div>
  );
}

type PartProps = { dose: PathSession; number: number; zone: string; ahead: string; stretches: CountedStretch[] };

function DosePart({ dose, number, zone, ahead, stretches }: PartProps) {
  const heading = `dose-${dose.id}`;
  return (
    <section className="dose-part" aria-labelledby={heading}>
      <h3 id={heading}>
        <Link href={`/my/sessions/${dose.id}`}>{sessionTitle({ kind: "dosing", number })}</Link>
        <span className="small soft font-text"> {formatDate(dose.at, zone)}</span>
      </h3>
      {dose.intention && <p className="words small">“{dose.intention}”</p>}
      <ol className="points">
        {stretches.map(({ point, counts, to }) => (
          <li key={point} className={countWords(counts) ? undefined : "open"}>
            <span className="point">{point === "tonight" && to ? "That night" : point && pointLabel(point)}</span>
            {countWords(counts) ? (
              <Link href={`/my/path?view=list&part=${point}&dose=${dose.id}`}>{countWords(counts)}</Link>
            ) : (
              <OpenDoor here={to === null} />
            )}
          </li>
        ))}
      </ol>
      {ahead && <p className="small soft">{ahead}</p>}
    </section>
  );
}

const OpenDoor = ({ here }: { here: boolean }) =>
  here ? <Link href="/my/journal/new">An open door, if you like</Link> : <span className="soft">Quiet</span>;
