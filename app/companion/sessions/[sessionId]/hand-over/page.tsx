import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoteWords, titlesFor } from "@/components/companions/note-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { findOwnNote } from "@/lib/companions/notes/queries";
import { isEmpty } from "@/lib/companions/notes/rules";
import { findRoomSession } from "@/lib/companions/rooms/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { handOverAction } from "./actions";

export const metadata: Metadata = { title: "Hand over your note" };

type Props = { params: Promise<{ sessionId: string }> };

export default async function HandOverPage({ params }: Props) {
  const actor = await requireActor("companion");
  const { sessionId } = await params;
  const { session, note } = await orNotFound(
    read(actor, async (db) => {
      const session = await findRoomSession(db, sessionId);
      return session && { session, note: await findOwnNote(db, session.id, actor.personId) };
    }),
  );
  const here = `/companion/sessions/${session.id}`;
  if (session.isHandedOver) redirect(here);
  const { name } = session.patient;
  const header = (
    <PageHeader
      crumbs={[
        { label: "Sessions", href: "/companion" },
        { label: `With ${name}`, href: here },
        { label: "Hand over" },
      ]}
      title="One last look"
      intro="This is what you are about to hand over."
    />
  );
  if (!note || isEmpty(note)) {
    return (
      <>
        {header}
        <Empty
          title="There are no words yet"
          text="A few lines are enough."
          action={<Button href={`${here}/note`}>Go to your note</Button>}
        />
      </>
    );
  }
  return (
    <>
      {header}
      <Card>
        <NoteWords note={note} zone={actor.timeZone} titles={titlesFor.author} />
      </Card>
      <HandOver sessionId={session.id} version={note.version} name={name} here={here} />
    </>
  );
}

type HandOverProps = { sessionId: string; version: number; name: string; here: string };

function HandOver({ sessionId, version, name, here }: HandOverProps) {
  return (
    <section className="stack gap-4" aria-labelledby="what-happens">
      <h2 id="what-happens" className="text-h3">
        What happens when you hand it over
      </h2>
      <ul className="list-disc grid gap-2 pl-5 max-w-words">
        <li>It becomes {name}'s. They open it when they like, and decide who else reads it.</li>
        <li>You can no longer read it or change it. You keep no copy here.</li>
        <li>It cannot be taken back. Your ticks for the way home are not shown to anybody.</li>
      </ul>
      <Form
        action={handOverAction}
        submit={`Hand it over to ${name}`}
        large
        beside={
          <Button variant="quiet" large href={`${here}/note`}>
            Go on writing
          </Button>
        }
      >
        <Hidden name="sessionId" value={sessionId} />
        <Hidden name="version" value={version} />
      </Form>
    </section>
  );
}
