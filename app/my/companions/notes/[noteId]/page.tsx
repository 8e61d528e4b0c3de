import type { Metadata } from "next";
import { LinesAside } from "@/components/companions/line-aside";
import { Door } from "@/components/ui/card";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { listMemories } from "@/lib/companions/memories/queries";
import { findHandedOverNote } from "@/lib/companions/notes/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { listAnswers, listSeen } from "@/lib/sharing/answers/queries";
import { listAudiences } from "@/lib/sharing/queries";
import { setAsideAction, takeUpAction } from "./actions";
import { Choice } from "./choice";
import { NextLine } from "./next-line";
import { NoteSharing } from "./note-sharing";
import { Opened } from "./opened";

export const metadata: Metadata = { title: "From your companion" };

export default async function HandedOverNotePage({ params }: PageProps<"/my/companions/notes/[noteId]">) {
  const actor = await requireActor("patient");
  const { noteId } = await params;
  const { note, memories, audienceOf, seen, answers } = await orNotFound(
    read(actor, async (db) => {
      const note = await findHandedOverNote(db, noteId);
      if (!note) return null;
      const ids = note.lines.map(({ id }) => id);
      const memories = await listMemories(db, ids);
      const shareable = [note.id, ...ids, ...memories.map(({ id }) => id)];
      return {
        note,
        memories,
        audienceOf: await listAudiences(db, actor.personId, shareable),
        seen: await listSeen(db, [note.id]),
        answers: await listAnswers(db, [note.id]),
      };
    }),
  );
  const zone = actor.timeZone;
  const { companionName } = note.grant;
  const crumbs = [{ label: "Companions", href: "/my/companions" }, { label: `From ${companionName}` }];
  const isBegun = note.openedAt !== null || note.lines.length > 0 || note.aside.length > 0;
  if (note.setAsideAt) {
    return (
      <>
        <PageHeader crumbs={crumbs} title={`From ${companionName}`} />
        <SetAside noteId={note.id} companionName={companionName} />
        {isBegun && <NoteSharing {...{ note, seen, answers, zone }} readers={audienceOf(note.id).readers} />}
      </>
    );
  }
  if (!isBegun) {
    return (
      <>
        <PageHeader crumbs={crumbs} title="Something waits for you" />
        <Choice note={note} zone={zone} />
      </>
    );
  }
  const besides = new Map(memories.map((one) => [one.lineId, { ...one, readers: audienceOf(one.id).readers }]));
  const lines = note.lines.map((line) => ({
    ...line,
    readers: audienceOf(line.id).readers,
    memory: besides.get(line.id),
  }));
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        eyebrow={<Time at={note.session.startsAt} zone={zone} show="day" />}
        title={`From ${companionName}`}
      />
      <Opened note={note} lines={lines} zone={zone} />
      {!note.openedAt && <NextLine note={note} />}
      <LinesAside noteId={note.id} lines={note.aside} zone={zone} takeUp={takeUpAction} />
      <NoteSharing {...{ note, seen, answers, zone }} readers={audienceOf(note.id).readers} />
      <Form quiet action={setAsideAction} submit="Set all of it aside for now" tone="quiet">
        <Hidden name="noteId" value={note.id} />
      </Form>
    </>
  );
}

function SetAside({ noteId, companionName }: { noteId: string; companionName: string }) {
  return (
    <Door>
      <p className="words">You have set this aside for now.</p>
      <p className="max-w-[46ch]">
        What {companionName} wrote keeps, as it is. There is no hurry, and it does not have to be read.
      </p>
      <Form quiet action={takeUpAction} submit="Take it up again" large>
        <Hidden name="noteId" value={noteId} />
      </Form>
    </Door>
  );
}
