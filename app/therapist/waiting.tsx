import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { kinds, therapistPageOf } from "@/lib/core/kinds";
import type { NewlyShared } from "@/lib/patients/queries";
import type { LedSession } from "@/lib/sessions/queries";
import { kindWords } from "@/lib/sessions/rules";

type Props = { left: Left; shared: NewlyShared[]; zone: string };

type Left = {
  unrecorded: Pick<LedSession, "id" | "kind" | "startsAt" | "patientName">[];
  unwritten: Pick<LedSession, "id" | "kind" | "startsAt" | "patientName">[];
  drafts: { sessionId: string; session: Pick<LedSession, "kind" | "startsAt">; patientName: string }[];
};

const shownAtMost = 8;

/** What patients have shared, and what is left to do after past sessions. */
export function Waiting({ left, shared, zone }: Props) {
  const tasks = tasksOf(left);
  return (
    <Stack gap="large">
      {shared.length > 0 && (
        <Card title="Newly shared with you">
          <List>
            {shared.map((entry) => (
              <Shared key={entry.subjectId} entry={entry} zone={zone} />
            ))}
          </List>
        </Card>
      )}
      <Card title="Waiting for you">
        {tasks.length === 0 && <p className="soft">Nothing. Every past session has its note.</p>}
        {tasks.length > 0 && (
          <List>
            {tasks.slice(0, shownAtMost).map((task) => (
              <Open key={task.href} task={task} zone={zone} />
            ))}
          </List>
        )}
        {tasks.length > shownAtMost && <Link href="/therapist/notes">All {tasks.length}, under Notes</Link>}
      </Card>
    </Stack>
  );
}

type Task = ReturnType<typeof tasksOf>[number];

function tasksOf({ unrecorded, unwritten, drafts }: Left) {
  const open = new Set(unrecorded.map(({ id }) => id));
  return [
    ...unrecorded.map((session) => ({ ...session, href: pathOf(session.id), tag: "Not recorded" })),
    ...unwritten
      .filter(({ id }) => !open.has(id))
      .map((session) => ({ ...session, href: `${pathOf(session.id)}/note`, tag: "No note" })),
    ...drafts.map(({ session, sessionId, patientName }) => ({
      ...session,
      patientName,
      href: `${pathOf(sessionId)}/note`,
      tag: "Not signed",
    })),
  ].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

const pathOf = (sessionId: string) => `/therapist/sessions/${sessionId}`;

const Open = ({ task, zone }: { task: Task; zone: string }) => (
  <ListItem aside={<Tag tone="gold">{task.tag}</Tag>}>
    <Link href={task.href}>{task.patientName}</Link>
    <p className="small soft">
      {kindWords(task.kind)}, <Time at={task.startsAt} zone={zone} />
    </p>
  </ListItem>
);

function Shared({ entry, zone }: { entry: NewlyShared; zone: string }) {
  const { subject, subjectId, sessionId, patientId, patientName, kind, startsAt } = entry;
  return (
    <ListItem>
      <Link href={therapistPageOf(subject, patientId, { id: subjectId, ref: sessionId })}>
        {kinds[subject].words.title}
      </Link>
      <p className="small soft">
        {patientName}
        {kind && startsAt && (
          <>
            , for {kindWords(kind).toLowerCase()}, <Time at={startsAt} zone={zone} show="date" />
          </>
        )}
      </p>
    </ListItem>
  );
}
