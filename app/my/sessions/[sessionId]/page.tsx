import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { List, ListItem } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { listHandedOverNotes } from "@/lib/companions/notes/queries";
import { type Actor, requireActor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/clock";
import { type Db, read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findIntention, listReaders } from "@/lib/intentions/queries";
import { listSignedNotes } from "@/lib/notes/queries";
import { listSessions, type SessionInCourse } from "@/lib/sessions/queries";
import { hasBegun, isAhead, sessionTitle, stateWords } from "@/lib/sessions/rules";
import { SessionWhen } from "../../session-when";
import { IntentionDoor } from "./intention-door";
import { Wordings } from "./wordings";

export const metadata: Metadata = { title: "Session" };

export default async function SessionPage({ params }: PageProps<"/my/sessions/[sessionId]">) {
  const actor = await requireActor("patient");
  const { sessionId } = await params;
  const page = await orNotFound(read(actor, (db) => findPage(db, actor, sessionId)));
  const { session, intention, audience } = page;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Sessions", href: "/my/sessions" }, { label: sessionTitle(session) }]}
        eyebrow={formatDate(session.startsAt, actor.timeZone)}
        title={sessionTitle(session)}
        intro={isAhead(session) || hasBegun(session) ? undefined : stateWords(session.state)}
      />
      <IntentionDoor actor={actor} session={session} intention={intention} audience={audience} />
      {session.kind === "dosing" && hasBegun(session) && <ToDesk sessionId={session.id} />}
      {isAhead(session) && audience.companions.length > 0 && <ToAgreement sessionId={session.id} />}
      <Card title="When and where">
        <Facts items={facts(session, actor)} />
      </Card>
      <Written sessionId={session.id} notes={page.notes} companionNotes={page.companionNotes} />
      {intention && intention.wordings.length > 1 && <Wordings wordings={intention.wordings} zone={actor.timeZone} />}
    </Stack>
  );
}

const ToAgreement = ({ sessionId }: { sessionId: string }) => (
  <Card title="What you agree on">
    <p className="soft max-w-words">
      Touch, light, phones, the way home: what you and your companion agree on before this session. Your care team sees
      it.
    </p>
    <p>
      <Button variant="quiet" href={`/my/sessions/${sessionId}/agreement`}>
        Open the agreement
      </Button>
    </p>
  </Card>
);

const ToDesk = ({ sessionId }: { sessionId: string }) => (
  <Card title="What we remember">
    <p className="soft max-w-words">
      Your own words, what your companions wrote down and what your therapist shares with you, on one clock.
    </p>
    <p>
      <Button href={`/my/sessions/${sessionId}/recall`}>Open the recall desk</Button>
    </p>
  </Card>
);

async function findPage(db: Db, actor: Actor, sessionId: string) {
  const session = (await listSessions(db, actor.personId)).find(({ id }) => id === sessionId);
  if (!session) return null;
  const readers = await listReaders(db, actor.personId, [session]);
  return {
    session,
    intention: await findIntention(db, session.id),
    audience: readers.get(session.id) ?? { readers: [], companions: [] },
    notes: await listSignedNotes(db, session.id),
    companionNotes: (await listHandedOverNotes(db, actor.personId)).filter((note) => note.sessionId === session.id),
  };
}

function facts(session: SessionInCourse, actor: Actor) {
  const all = [
    { label: "When", value: <SessionWhen at={session.startsAt} actor={actor} /> },
    { label: "Where", value: session.place },
    { label: "With", value: session.therapist?.name },
  ];
  return all.filter(({ value }) => value);
}

type Found = NonNullable<Awaited<ReturnType<typeof findPage>>>;

function Written({
  sessionId,
  notes,
  companionNotes,
}: { sessionId: string } & Pick<Found, "notes" | "companionNotes">) {
  if (notes.length + companionNotes.length === 0) return null;
  return (
    <Card title="Written about this session">
      <List>
        {companionNotes.map(({ id, grant }) => (
          <ListItem
            key={id}
            aside={
              <Button
                variant="quiet"
                href={`/my/companions/notes/${id}`}
                aria-label={`Open what ${grant.companionName} wrote`}
              >
                Open
              </Button>
            }
          >
            What {grant.companionName} wrote down for you
          </ListItem>
        ))}
        {notes.map(({ id, signerName }) => (
          <ListItem
            key={id}
            aside={
              <Button
                variant="quiet"
                href={`/my/sessions/${sessionId}/note/${id}`}
                aria-label={`Read the note by ${signerName}`}
              >
                Read
              </Button>
            }
          >
            A note by {signerName}
          </ListItem>
        ))}
      </List>
    </Card>
  );
}
