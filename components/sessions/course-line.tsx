import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { dayOf, formatTime } from "@/lib/core/clock";
import { kindWords, type SessionKind, type SessionState, stateWords } from "@/lib/sessions/rules";
import { SessionMark } from "./session-mark";

type Step = {
  id: string;
  courseId: string;
  kind: SessionKind;
  state: SessionState;
  startsAt: Date;
  number?: number;
};
type Props = {
  /** From the first to the last. The line shows the newest course among them, or that of the current session. */
  sessions: Step[];
  zone: string;
  at: Date;
  hrefOf: (sessionId: string) => string;
  currentId?: string;
};

/** A course of treatment as a line: what took place and what is planned. */
export function CourseLine({ sessions, zone, at, hrefOf, currentId }: Props) {
  const held = sessions.filter(({ state }) => state !== "cancelled" && state !== "noShow");
  const courseId = (sessions.find(({ id }) => id === currentId) ?? held.at(-1))?.courseId;
  const steps = held.filter((step) => step.courseId === courseId);
  if (steps.length === 0) return null;
  const today = dayOf(at, zone);
  const now =
    currentId ?? steps.find(({ state, startsAt }) => state !== "completed" && dayOf(startsAt, zone) >= today)?.id;
  return (
    <nav aria-label="Course">
      <ol className="-mx-4 flex overflow-x-auto px-4 pb-2 [mask-image:linear-gradient(to_right,transparent,#000_1rem,#000_calc(100%-1rem),transparent)]">
        {steps.map((step) => (
          <Stop key={step.id} step={step} now={step.id === now} href={hrefOf(step.id)}>
            {dayOf(step.startsAt, zone) === today
              ? `today, ${formatTime(step.startsAt, zone)}`
              : shortDay(step.startsAt, zone)}
          </Stop>
        ))}
      </ol>
    </nav>
  );
}

function Stop({ step, now, href, children }: { step: Step; now: boolean; href: string; children: string }) {
  const { kind, number, state } = step;
  return (
    <li
      aria-current={now ? "step" : undefined}
      className={classNames(
        "relative min-w-24 flex-1 pt-8 text-small before:absolute before:inset-x-0 before:top-3.5 before:h-0.5 before:bg-line",
        now ? "font-semibold text-ink [scroll-initial-target:nearest]" : "text-soft",
      )}
    >
      <SessionMark
        kind={kind}
        state={state}
        className={classNames(
          "absolute left-1",
          kind === "dosing" ? "top-1" : "top-2",
          now && "ring-4 ring-accent-wash",
        )}
      />
      <Link href={href} className="block pr-3 text-inherit no-underline after:absolute after:inset-0 hover:underline">
        {kindWords(kind)} {number}
        <span className="sr-only">, {stateWords(state)}</span>
      </Link>
      <span>{children}</span>
    </li>
  );
}

const shortDay = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone }).format(at);
