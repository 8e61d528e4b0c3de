import type { Metadata } from "next";
import { MediaView } from "@/components/making/media-view";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { Card } from "@/components/ui/card";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findMedia, type Media } from "@/lib/making/queries";
import { unnamed } from "@/lib/making/rules";
import { bringMediaBackAction, describeMediaAction, putMediaAwayAction } from "../actions";

export const metadata: Metadata = { title: "What you made" };

const titles = {
  upload: { image: "A picture", audio: "A sound" },
  sketch: { image: "A sketch", audio: "" },
  voice: { image: "", audio: "A voice" },
};

export default async function MediaPage({ params }: PageProps<"/my/making/[mediaId]">) {
  const actor = await requireActor("patient");
  const { mediaId } = await params;
  const media = await orNotFound(read(actor, (db) => findMedia(db, mediaId)));
  const title = titles[media.source][media.kind] || "Something you made";
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Making", href: "/my/making" }, { label: title }]}
        title={title}
        eyebrow={<Time at={media.at} zone={actor.timeZone} show="day" />}
      />
      <div className="media-page">
        <MediaView media={{ ...media, alt: media.alt || media.caption || unnamed[media.kind] }} />
        {media.entryId && (
          <p>
            <Link href={`/my/journal/${media.entryId}`}>The page that it belongs to</Link>
          </p>
        )}
      </div>
      <SharingPanel actor={actor} subject="media" subjectId={media.id} />
      <Describe media={media} />
      <PutAway media={media} />
    </Stack>
  );
}

function Describe({ media }: { media: Media }) {
  const sound = media.kind === "audio";
  return (
    <Card title="In words">
      <Form action={describeMediaAction} submit="Keep the words" tone="quiet">
        <Hidden name="mediaId" value={media.id} />
        <Hidden name="version" value={media.version} />
        <Field
          name="caption"
          label="Caption"
          as="textarea"
          rows={2}
          voice
          optional
          maxLength={2000}
          defaultValue={media.caption}
          hint="A title, or what you would like to say beside it."
        />
        <Field
          name="alt"
          label={sound ? "What can be heard" : "What can be seen"}
          as="textarea"
          rows={3}
          optional
          maxLength={1000}
          defaultValue={media.alt}
          hint={
            sound
              ? "For those who do not hear it."
              : "For those who do not see it. Plain is fine: two blue shapes, one leaning on the other."
          }
        />
      </Form>
    </Card>
  );
}

function PutAway({ media }: { media: Media }) {
  if (media.putAwayAt) {
    return (
      <Form action={bringMediaBackAction} submit="Bring it back" tone="quiet">
        <p className="soft">You put this away. Nobody with whom it was shared sees it now.</p>
        <Hidden name="mediaId" value={media.id} />
      </Form>
    );
  }
  return (
    <Form action={putMediaAwayAction} submit="Put it away" tone="quiet">
      <p className="small soft">It goes out of sight, for everybody. It stays kept, and you can bring it back.</p>
      <Hidden name="mediaId" value={media.id} />
    </Form>
  );
}
