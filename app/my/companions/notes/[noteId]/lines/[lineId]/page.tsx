import type { Metadata } from "next";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { Button } from "@/components/ui/button";
import { Card, Door } from "@/components/ui/card";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { listMemories } from "@/lib/companions/memories/queries";
import { findOpenedLine } from "@/lib/companions/notes/opening/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { setAsideAction } from "../../actions";
import { keepMemoryAction } from "./actions";

export const metadata: Metadata = { title: "A line" };

export default async function LinePage({ params }: PageProps<"/my/companions/notes/[noteId]/lines/[lineId]">) {
  const actor = await requireActor("patient");
  const { noteId, lineId } = await params;
  const { line, memory } = await orNotFound(
    read(actor, async (db) => {
      const line = await findOpenedLine(db, noteId, lineId);
      return line && { line, memory: (await listMemories(db, [line.id]))[0] };
    }),
  );
  const { companionName } = line;
  const here = `/my/companions/notes/${noteId}`;
  const kept = memory?.text ? memory : null;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Companions", href: "/my/companions" },
          { label: `From ${companionName}`, href: here },
          { label: "A line" },
        ]}
        eyebrow={<Time at={line.startsAt} zone={actor.timeZone} show="day" />}
        title="What you said"
      />
      <Door>
        <Words size="large">“{line.text}”</Words>
        <p className="soft">
          At <Time at={line.at} zone={actor.timeZone} show="time" />. You said it, {companionName} wrote it down.
        </p>
      </Door>
      <Card title="What you remember beside it">
        <Form action={keepMemoryAction} submit="Keep it">
          <Hidden name="noteId" value={noteId} />
          <Hidden name="lineId" value={line.id} />
          <Hidden name="version" value={memory?.version ?? 0} />
          <Field
            name="text"
            label="In your own words"
            hint="A picture, a feeling, a place, or nothing at all. Without words it is taken away again."
            as="textarea"
            rows={4}
            voice
            defaultValue={memory?.text}
          />
        </Form>
        {kept && (
          <SharingPanel actor={actor} subject="memory" subjectId={kept.id} label="Who may read what you remember" />
        )}
      </Card>
      <Card title="Who may read this line">
        <SharingPanel actor={actor} subject="companionLine" subjectId={line.id} />
      </Card>
      <Form
        quiet
        action={setAsideAction}
        submit="Set this line aside for now"
        tone="quiet"
        beside={
          <Button variant="plain" href={`${here}#line-${line.id}`}>
            Back to the other lines
          </Button>
        }
      >
        <Hidden name="noteId" value={noteId} />
        <Hidden name="lineId" value={line.id} />
      </Form>
    </>
  );
}
