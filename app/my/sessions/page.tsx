import type { Metadata } from "next";
import { CoursePath } from "@/components/path/course-path";
import { ShareTag } from "@/components/sharing/share-tag";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { List } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Row, Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Actor, requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { listReaders, type Readers } from "@/lib/intentions/queries";
import { listSessions, type SessionInCourse } from "@/lib/sessions/queries";
import { hasBegun, isAhead, sessionTitle, stateWords } from "@/lib/sessions/rules";
import type { Reader } from "@/lib/sharing/rules";
import { SessionWhen } from "../session-when";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  const actor = await requireActor("patient");
  const { sessions, audiences } = await read(actor, async (db) => {
    const sessions = await listSessions(db, actor.personId);
    return { sessions, audiences: await listReaders(db, actor.personId, sessions) };
  });
  const coming = sessions.filter((session) => isAhead(session));
  const past = sessions.filter((session) => !isAhead(session)).reverse();
  return (
    <Stack gap="large">
      <PageHeader title="Your sessions" intro="Everything that was, and what comes. It is all still here." />
      {sessions.length === 0 && (
        <Empty
          title="No session yet"
          text="When your clinic plans a session with you, it is shown here with its place and time."
        />
      )}
      {sessions.some(({ kind }) => kind === "dosing") && (
        <Card>
          <CoursePath sessions={sessions} today={now()} zone={actor.timeZone} />
        </Card>
      )}
      <Group title="Coming" sessions={coming} audiences={audiences} actor={actor} />
      <Group title="So far" sessions={past} audiences={audiences} actor={actor} />
    </Stack>
  );
}

type GroupProps = { title: string; sessions: SessionInCourse[]; audiences: Map<string, Readers>; actor: Actor };

function Group({ title, sessions, audiences, actor }: GroupProps) {
  if (sessions.length === 0) return null;
  return (
    <Card title={title}>
      <List>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionRow session={session} readers={audiences.get(session.id)?.readers ?? []} actor={actor} />
          </li>
        ))}
      </List>
    </Card>
  );
}

function SessionRow({ session, readers, actor }: { session: SessionInCourse; readers: Reader[]; actor: Actor }) {
  const words = session.intention?.wordings[0]?.text;
  return (
    <article className="stack gap-1.5">
      <div className="card-head">
        <h3>
          <Link href={`/my/sessions/${session.id}`}>{sessionTitle(session)}</Link>
        </h3>
        <span className="small soft">
          {isAhead(session) ? (
            <SessionWhen at={session.startsAt} actor={actor} />
          ) : (
            <Time at={session.startsAt} zone={actor.timeZone} show="date" />
          )}
        </span>
      </div>
      {words && <p className="words">“{words}”</p>}
      <Tags session={session} readers={readers} />
    </article>
  );
}

function Tags({ session, readers }: { session: SessionInCourse; readers: Reader[] }) {
  const { intention, notes, companionNotes } = session;
  const missed = !isAhead(session) && !hasBegun(session);
  const handed = companionNotes.some(({ handedOverAt }) => handedOverAt);
  if (!intention && !missed && !handed && notes.length === 0) return null;
  return (
    <Row className="gap-2">
      {intention && <ShareTag readers={readers} />}
      {missed && <Tag>{stateWords(session.state)}</Tag>}
      {notes.length > 0 && <Tag tone="calm">A note to read</Tag>}
      {handed && <Tag tone="calm">Companion’s notes</Tag>}
    </Row>
  );
}
