import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/core/clock";
import { patientPageOf } from "@/lib/core/kinds";
import type { findToday } from "@/lib/today/queries";

type Today = Pick<Awaited<ReturnType<typeof findToday>>, "notes" | "companionNotes" | "answers" | "hasDrawer">;
type News = { id: string; title: string; text: string; label: string; href: string };

export const hasArrived = (today: Today): boolean => newest(today, "UTC") !== undefined;

/** What reached the patient lately: the newest of the nearest kind. The rest is one step away. */
export function Arrived({ zone, ...today }: Today & { zone: string }) {
  const news = newest(today, zone);
  if (!news) return null;
  const more = today.notes.length + today.companionNotes.length + today.answers.length > 1;
  return (
    <Card title={<span className="text-h3">{news.title}</span>}>
      <p className="soft">{news.text}</p>
      <div className="row">
        <Button variant="quiet" href={news.href}>
          {news.label}
        </Button>
        {more && <Link href="/my/path?view=list">More that reached you</Link>}
      </div>
    </Card>
  );
}

function newest({ notes, companionNotes, answers, hasDrawer }: Today, zone: string): News | undefined {
  const handed = companionNotes.slice(-1).map(({ id, by, sessionAt }) => ({
    id,
    title: `${by ?? "Your companion"} has handed over notes from ${formatDay(sessionAt, zone)}`,
    text: "They are yours to open, when you like and with whom you like.",
    label: "Choose a moment",
    href: `/my/companions/notes/${id}`,
  }));
  const answered = answers.slice(0, 1).map(({ id, by, subject, subjectId, ref }) => ({
    id,
    title: `${by} answered something you shared`,
    text: "A short note, on the page where you shared it.",
    label: "Read it",
    href: patientPageOf(subject, { id: subjectId, ref }),
  }));
  const written = notes.slice(-1).map(({ id, by, sessionId, sessionAt }) => ({
    id,
    title: `${by ?? "Your therapist"} has written about your session of ${formatDay(sessionAt, zone)}`,
    text: "It is part of your record and open to you. It can wait until you feel like reading it.",
    label: "Read the note",
    href: `/my/sessions/${sessionId}/note/${id}`,
  }));
  return [...handed, ...answered, ...(hasDrawer ? [drawer] : []), ...written][0];
}

const drawer: News = {
  id: "drawer",
  title: "Words arrived for you",
  text: "A companion’s device had not sent them when their access ended. They lie in a drawer that only you open.",
  label: "Open the drawer",
  href: "/my/companions/drawer",
};
