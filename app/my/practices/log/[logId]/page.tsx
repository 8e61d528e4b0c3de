import type { Metadata } from "next";
import { FeltAfter, FeltBefore } from "@/components/practices/felt-words";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Details } from "@/components/ui/details";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findFit } from "@/lib/fit/queries";
import { findLog, type Log } from "@/lib/practices/log/queries";
import { kindWords, notedWords } from "@/lib/practices/rules";
import { rewordLogAction, unlogAndLeaveAction } from "../../actions";

export const metadata: Metadata = { title: "What you noted" };

export default async function LogEntryPage({ params }: PageProps<"/my/practices/log/[logId]">) {
  const actor = await requireActor("patient");
  const { logId } = await params;
  const { log, fit } = await orNotFound(
    read(actor, async (db) => {
      const log = await findLog(db, actor.personId, logId);
      return log && { log, fit: await findFit(db, actor.personId) };
    }),
  );
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Practice garden", href: "/my/practices" },
          { label: "What you noted", href: "/my/practices/log" },
          { label: log.title },
        ]}
        eyebrow={<Time at={log.at} zone={actor.timeZone} />}
        title={log.title}
      />
      <Card>
        {notedWords(log) && <p className="words">{notedWords(log)}</p>}
        <p className="soft">{kindWords(log)}</p>
        {log.here && (
          <p>
            <Link href={`/my/practices/${log.slug}`}>Open the practice</Link>
          </p>
        )}
        <Reword log={log} few={fit.fewerChoices} />
        <SharingPanel actor={actor} subject="practiceLog" subjectId={log.id} />
      </Card>
      <div>
        <ConfirmButton
          label="Take this out"
          title="Take this out?"
          text="It leaves your list, and nobody sees it any more."
          confirm="Take it out"
          cancel="Keep it"
          variant="plain"
          tone="primary"
          action={unlogAndLeaveAction}
        >
          <Hidden name="logId" value={log.id} />
        </ConfirmButton>
      </div>
    </Stack>
  );
}

const Reword = ({ log, few }: { log: Log; few: boolean }) => (
  <Details summary="Say how it felt">
    <Form action={rewordLogAction} submit="Keep it" tone="quiet">
      <Hidden name="logId" value={log.id} />
      <FeltBefore legend="Before, it felt" few={few} defaultValue={log.before} />
      <FeltAfter legend="After, it felt" few={few} defaultValue={log.after} />
      <Field
        name="minutes"
        label="Minutes"
        type="number"
        inputMode="numeric"
        min={1}
        max={600}
        width="short"
        optional
        defaultValue={log.minutes?.toString()}
      />
    </Form>
  </Details>
);
