import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { findGrantDays, listGrantableSessions } from "@/lib/companions/grants/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { BoundsFields } from "../bounds-fields";
import { inviteCompanionAction } from "./actions";

export const metadata: Metadata = { title: "Invite a companion" };

export default async function InviteCompanionPage() {
  const actor = await requireActor("patient");
  const { sessions, grantDays, words } = await read(actor, async (db) => ({
    sessions: await listGrantableSessions(db, actor.personId),
    grantDays: await findGrantDays(db),
    words: (await findFit(db, actor.personId)).relationshipWords,
  }));
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Companions", href: "/my/companions" }, { label: "Invite" }]}
        title="Invite a companion"
        intro="A person you trust, who can be with you and write down what you say."
      />
      <Card>
        <Form
          action={inviteCompanionAction}
          submit="Send the invitation"
          beside={
            <Button variant="plain" href="/my/companions">
              Not now
            </Button>
          }
        >
          <BoundsFields sessions={sessions} zone={actor.timeZone}>
            <Field
              name="email"
              label="Their e-mail address"
              hint="They get a letter with a link that works for seven days. It does not name you."
              type="email"
              autoComplete="off"
              required
            />
          </BoundsFields>
          <datalist id="relationship-words">
            {words.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        </Form>
      </Card>
      <section className="stack gap-2 soft" aria-labelledby="never">
        <h2 id="never" className="text-h3 text-ink">
          What they never see
        </h2>
        <p>
          Your record, your therapist's notes, your goals, and anything else you write here. Their access ends by itself{" "}
          {grantDays} days after a session, and you can end it at any time.
        </p>
      </section>
    </>
  );
}
