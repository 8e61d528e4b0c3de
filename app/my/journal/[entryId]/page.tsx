import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ColourDot } from "@/components/journal/colour-dot";
import { KindIcon } from "@/components/journal/kind-icon";
import { MediaView } from "@/components/making/media-view";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { BesideEntry } from "@/components/threads/beside-entry";
import { Button } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Actor, requireActor } from "@/lib/core/actor";
import { dayOf, formatDay, now } from "@/lib/core/clock";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { type Entry, findEntry, hasVersions, listWaitingLetters } from "@/lib/journal/queries";
import { kindWords, waitingWords } from "@/lib/journal/rules";
import { listMediaOf, type Media } from "@/lib/making/queries";
import { bringBackAction, putAwayAction } from "../actions";
import { Resting } from "./resting";
import { SealCard } from "./seal-card";

export const metadata: Metadata = { title: "Your page" };

export default async function EntryPage({ params }: PageProps<"/my/journal/[entryId]">) {
  const actor = await requireActor("patient");
  const { entryId } = await params;
  const { entry, media, changed, waits } = await load(actor, entryId);
  const kept = { entryId, writer: actor.personId, deviceKey: deviceKey(actor.personId) };
  if (waits) return <Resting reason={waitingWords(waits.sealedUntil, actor.timeZone)} kept={kept} />;
  if (!entry) notFound();
  const zone = actor.timeZone;
  const sealable = entry.kind === "letter" && !entry.sealedUntil && !entry.putAwayAt;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Journal", href: "/my/journal" }, { label: "Your page" }]}
        title={entry.title || formatDay(entry.at, zone)}
        intro={<When entry={entry} zone={zone} />}
      />
      <Written entry={entry} media={media} />
      {sealable && <SealCard entryId={entry.id} today={dayOf(now(), zone)} />}
      {entry.putAwayAt ? <BringBack entry={entry} /> : <Acts entry={entry} changed={Boolean(changed)} />}
      {!entry.putAwayAt && <SharingPanel actor={actor} subject="entry" subjectId={entry.id} />}
      {!entry.putAwayAt && <BesideEntry actor={actor} entryId={entry.id} />}
    </Stack>
  );
}

const load = (actor: Actor, entryId: string) =>
  read(actor, async (db) => {
    const entry = await findEntry(db, entryId);
    if (entry) {
      return { entry, media: await listMediaOf(db, [entryId]), changed: await hasVersions(db, entryId) };
    }
    return { media: [], waits: (await listWaitingLetters(db)).find(({ id }) => id === entryId) };
  });

function When({ entry: { title, kind, at, savedAt, sealedUntil, version }, zone }: { entry: Entry; zone: string }) {
  return (
    <p className="entry-when">
      <KindIcon kind={kind} size={16} />
      <span>{kindWords(kind)}</span>
      <span aria-hidden="true">·</span>
      <Time at={at} zone={zone} show={title ? "datetime" : "time"} />
      {sealedUntil ? (
        <span>
          · opened <Time at={sealedUntil} zone={zone} show="date" />
        </span>
      ) : (
        version > 1 &&
        savedAt.getTime() - at.getTime() > 3_600_000 && (
          <span>
            · written on <Time at={savedAt} zone={zone} />
          </span>
        )
      )}
    </p>
  );
}

function Written({ entry: { prompt, colour, text, moods }, media }: { entry: Entry; media: Media[] }) {
  return (
    <article className="entry-page">
      {prompt && <p className="asked">{prompt}</p>}
      <ColourDot colour={colour} size={56} />
      {text && <p className="written">{text}</p>}
      {media.map((one) => (
        <MediaView key={one.id} media={one} />
      ))}
      {moods.length > 0 && (
        <ul className="row gap-1.5" aria-label="Moods">
          {moods.map((mood) => (
            <li key={mood}>
              <Tag>{mood}</Tag>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Acts({ entry: { id, sealedUntil }, changed }: { entry: Entry; changed: boolean }) {
  if (sealedUntil) return <p className="soft">This letter was sealed, and stays as you wrote it.</p>;
  return (
    <div className="row">
      <Button href={`/my/journal/${id}/write`}>Write on</Button>
      {changed && (
        <Button variant="quiet" href={`/my/journal/${id}/history`}>
          Earlier words
        </Button>
      )}
      <ConfirmButton
        label="Put away"
        title="Put this page away?"
        text="It goes out of sight, and what you shared of it is taken back. It stays yours, and you can bring it back."
        confirm="Put it away"
        cancel="Leave it here"
        variant="plain"
        tone="primary"
        action={putAwayAction}
      >
        <Hidden name="entryId" value={id} />
      </ConfirmButton>
    </div>
  );
}

function BringBack({ entry }: { entry: Entry }) {
  return (
    <Form action={bringBackAction} submit="Bring it back" tone="quiet">
      <p className="soft">You put this page away. It is seen by you alone.</p>
      <Hidden name="entryId" value={entry.id} />
    </Form>
  );
}
