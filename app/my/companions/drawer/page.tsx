import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { type DrawerGroup, listDrawer } from "@/lib/companions/drawer/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { openDrawerAction } from "./actions";

export const metadata: Metadata = { title: "The drawer" };

export default async function DrawerPage() {
  const actor = await requireActor("patient");
  const groups = await read(actor, (db) => listDrawer(db, actor.personId));
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Companions", href: "/my/companions" }, { label: "The drawer" }]}
        title="The drawer"
        intro="Words that a companion had written down and not sent yet when their access ended. They came to you, and to nobody else."
      />
      {groups.length === 0 ? (
        <Empty
          title="The drawer is empty"
          text="What was still on its way when somebody's access ended would lie here."
        />
      ) : (
        <p className="soft max-w-words">
          Nobody but you can open it: not the companion, not your care team. It can lie here as long as you like.
        </p>
      )}
      {groups.map((group) => (
        <Group key={`${group.grantId} ${group.sessionId}`} group={group} zone={actor.timeZone} />
      ))}
    </>
  );
}

function Group({ group, zone }: { group: DrawerGroup; zone: string }) {
  const { grantId, sessionId, companionName, session, waits, lines } = group;
  return (
    <Card title={`From ${companionName}`}>
      {session && (
        <p className="soft">
          Session on <Time at={session.startsAt} zone={zone} show="day" />
        </p>
      )}
      {lines.length > 0 && (
        <ol className="grid gap-4">
          {lines.map(({ id, at, text }) => (
            <li key={id} className="grid grid-cols-[3.75rem_minmax(0,1fr)] gap-x-3">
              <span className="soft pt-0.5">
                <Time at={at} zone={zone} show="time" />
              </span>
              <Words>“{text}”</Words>
            </li>
          ))}
        </ol>
      )}
      {waits && (
        <>
          <p className="max-w-words">
            {lines.length > 0 ? "More has come in since." : "Some of your words from that day are in here."} Open it
            when you feel like it, or leave it closed.
          </p>
          <Form quiet action={openDrawerAction} submit="Open it" tone="quiet">
            <Hidden name="grantId" value={grantId} />
            <Hidden name="sessionId" value={sessionId} />
          </Form>
        </>
      )}
    </Card>
  );
}
