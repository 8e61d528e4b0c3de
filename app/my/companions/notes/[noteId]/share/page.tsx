import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choices";
import { Empty } from "@/components/ui/empty";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Row } from "@/components/ui/stack";
import { findHandedOverNote } from "@/lib/companions/notes/queries";
import { requireActor } from "@/lib/core/actor";
import { formatTime } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { listAudiences } from "@/lib/sharing/queries";
import { audienceWords, type Reader } from "@/lib/sharing/rules";
import { chooseLinesAction, shareEveryLineAction, takeBackEveryLineAction } from "./actions";

export const metadata: Metadata = { title: "Who may read which line" };

export default async function ShareLinesPage({ params }: PageProps<"/my/companions/notes/[noteId]/share">) {
  const actor = await requireActor("patient");
  const { noteId } = await params;
  const { note, audienceOf } = await orNotFound(
    read(actor, async (db) => {
      const note = await findHandedOverNote(db, noteId);
      const ids = note?.lines.map(({ id }) => id) ?? [];
      return note && { note, audienceOf: await listAudiences(db, actor.personId, ids) };
    }),
  );
  const here = `/my/companions/notes/${note.id}`;
  const lines = note.lines.map((line) => ({ ...line, readers: audienceOf(line.id).readers }));
  const back = (
    <Button variant="plain" href={here}>
      Back to the note
    </Button>
  );
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Companions", href: "/my/companions" },
          { label: `From ${note.grant.companionName}`, href: here },
          { label: "Line by line" },
        ]}
        title="Who may read which line"
        intro="Tick what your care team may read. What is not ticked stays with you. You can change it at any time."
      />
      {lines.length === 0 ? (
        <Empty title="Nothing is open yet" text="A line can be shared once you have opened it." action={back} />
      ) : (
        <Card>
          <Form
            key={lines.map(({ readers }) => Number(isTeams(readers))).join("")}
            action={chooseLinesAction}
            submit="Keep this choice"
            beside={back}
          >
            <Hidden name="noteId" value={note.id} />
            <CheckboxGroup
              name="lineIds"
              legend="Your care team may read"
              options={lines.map(({ id, at, text, readers }) => ({
                value: id,
                label: `“${text}”`,
                hint: `${formatTime(at, actor.timeZone)} · ${audienceWords(readers)}`,
              }))}
              defaultValues={lines.filter(({ readers }) => isTeams(readers)).map(({ id }) => id)}
            />
          </Form>
        </Card>
      )}
      {lines.length > 0 && <EveryLine noteId={note.id} />}
    </>
  );
}

const isTeams = (readers: Reader[]) => readers.some(({ audience }) => audience === "careTeam");

function EveryLine({ noteId }: { noteId: string }) {
  return (
    <Card title="All at once">
      <p className="soft max-w-words">
        Taking back is for everybody who reads a line now, and for what you remember beside it. It is gone for them at
        once.
      </p>
      <Row>
        <Form quiet action={shareEveryLineAction} submit="Share every line" tone="quiet">
          <Hidden name="noteId" value={noteId} />
        </Form>
        <Form quiet action={takeBackEveryLineAction} submit="Take every line back" tone="quiet">
          <Hidden name="noteId" value={noteId} />
        </Form>
      </Row>
    </Card>
  );
}
