import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { findOwnNote } from "@/lib/companions/notes/queries";
import { canWrite } from "@/lib/companions/notes/rules";
import { findRoomSession } from "@/lib/companions/rooms/queries";
import { debriefIntro } from "@/lib/companions/words/after/rules";
import { requireActor } from "@/lib/core/actor";
import { formatTime, now } from "@/lib/core/clock";
import { deviceKey } from "@/lib/core/crypto";
import { newId, read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { NoteForm } from "./note-form";
import { prompts } from "./prompts";
import { RideHome } from "./ride-home";

export const metadata: Metadata = { title: "Your note" };

type Props = { params: Promise<{ sessionId: string }> };

export default async function CompanionNotePage({ params }: Props) {
  const actor = await requireActor("companion");
  const { sessionId } = await params;
  const { session, note } = await orNotFound(
    read(actor, async (db) => {
      const session = await findRoomSession(db, sessionId);
      return session && { session, note: await findOwnNote(db, session.id, actor.personId) };
    }),
  );
  const here = `/companion/sessions/${session.id}`;
  if (session.isHandedOver || !canWrite(session, now())) redirect(here);
  const zone = actor.timeZone;
  const end = session.completedAt ?? session.endsAt;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Sessions", href: "/companion" },
          { label: `With ${session.patient.name}`, href: here },
          { label: "Your note" },
        ]}
        eyebrow={<Time at={session.startsAt} zone={zone} show="day" />}
        title="Your note"
        intro={debriefIntro.join(" ")}
        actions={
          <Button variant="quiet" href={`${here}/after`}>
            The way home, whom to call
          </Button>
        }
      />
      <NoteForm
        sessionId={session.id}
        zone={zone}
        isNow={now() <= end}
        prompts={prompts}
        texts={{ saw: note?.saw, seemed: note?.seemed, moved: note?.moved }}
        lines={(note?.lines ?? []).map(({ id, at, text }) => ({ id, time: formatTime(at, zone), text }))}
        emptyLineId={newId()}
        autosave={{
          url: `/api/companion-notes/${session.id}`,
          slot: `companionNote.${session.id}`,
          writer: actor.personId,
          deviceKey: deviceKey(actor.personId),
          version: note?.version ?? 0,
          savedAt: note?.savedAt.toISOString() ?? null,
        }}
      >
        <RideHome done={note?.rideHome ?? []} />
      </NoteForm>
    </>
  );
}
