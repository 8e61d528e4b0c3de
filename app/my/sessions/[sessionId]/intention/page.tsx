import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Callout } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Words } from "@/components/ui/words";
import { type Actor, requireActor } from "@/lib/core/actor";
import { type Db, read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { reasonNotToSet } from "@/lib/intentions/rules";
import { listSessions } from "@/lib/sessions/queries";
import { hasBegun, sessionTitle } from "@/lib/sessions/rules";
import { setIntentionAction } from "./actions";

export const metadata: Metadata = { title: "Your intention" };

export default async function IntentionPage({ params }: PageProps<"/my/sessions/[sessionId]/intention">) {
  const actor = await requireActor("patient");
  const { sessionId } = await params;
  const { session, before } = await orNotFound(read(actor, (db) => findPage(db, actor, sessionId)));
  const back = `/my/sessions/${session.id}`;
  const reason = reasonNotToSet(session);
  const text = session.intention?.wordings[0]?.text;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Sessions", href: "/my/sessions" },
          { label: sessionTitle(session), href: back },
          { label: "Your intention" },
        ]}
        title="Your intention"
        intro="A direction for your attention, and nothing to achieve. One sentence in your own words, held lightly."
      />
      {before && (
        <Words size="small" by="What you took into the session before">
          “{before}”
        </Words>
      )}
      {reason ? (
        <Closed reason={reason} back={back} text={text} />
      ) : (
        <IntentionForm sessionId={session.id} version={session.intention?.version ?? 0} text={text} back={back} />
      )}
    </Stack>
  );
}

async function findPage(db: Db, actor: Actor, sessionId: string) {
  const sessions = await listSessions(db, actor.personId);
  const index = sessions.findIndex(({ id }) => id === sessionId);
  const session = sessions[index];
  const earlier = sessions.slice(0, Math.max(index, 0)).findLast((one) => hasBegun(one) && one.intention);
  return session && { session, before: earlier?.intention?.wordings[0]?.text };
}

function Closed({ reason, back, text }: { reason: string; back: string; text?: string }) {
  return (
    <>
      <Callout tone="calm">{reason}</Callout>
      {text && <Words size="large">“{text}”</Words>}
      <div className="row">
        <Button variant="quiet" href={back}>
          Back to the session
        </Button>
      </div>
    </>
  );
}

type FormProps = { sessionId: string; version: number; text?: string; back: string };

function IntentionForm({ sessionId, version, text, back }: FormProps) {
  return (
    <Form
      action={setIntentionAction}
      submit="Keep it"
      beside={
        <Button variant="plain" href={back}>
          Not now
        </Button>
      }
    >
      <Hidden name="sessionId" value={sessionId} />
      <Hidden name="version" value={version} />
      <Field
        name="text"
        label="For this session"
        as="textarea"
        rows={3}
        voice
        maxLength={300}
        defaultValue={text}
        hint={
          text
            ? "Your earlier wording is kept as well."
            : "It may be broad, like “To be less angry”. It often grows clearer with time."
        }
      />
      {version === 0 && (
        <Checkbox
          name="forCareTeam"
          label="My care team may read it"
          hint="They can then read it back to you as the session begins. You can take this back at any time."
        />
      )}
    </Form>
  );
}
