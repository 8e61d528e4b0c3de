import type { Metadata } from "next";
import { unstable_rethrow } from "next/navigation";
import { Arch } from "@/components/ui/arch";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Callout } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { findOnlyClinic } from "@/lib/accounts/clinics/queries";
import { findClinic } from "@/lib/clinic/queries";
import { findActor, homeOf } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { fault } from "@/lib/core/log";

export const metadata: Metadata = { title: "I need help now" };

/** Reachable by anybody, signed in or not, and still there when the database is not. */
export default async function HelpPage() {
  const { clinic, home } = await findClinicToCall();
  return (
    <div data-space="public" className="shell column">
      <header className="top-bar">
        <a href={home} className="brand">
          <Arch />
          Threshold
        </a>
      </header>
      <main id="content">
        <Stack gap="large">
          <PageHeader
            title="I need help now"
            intro="You do not have to decide how bad it is. Calling is always all right."
          />
          <Lines />
          {clinic && <ClinicLine clinic={clinic} />}
          <Callout>
            <p>
              <strong>Nobody watches this screen.</strong> Opening this page tells nobody, and what you write in this
              portal may not be read for days. If you need somebody, call or text.
            </p>
          </Callout>
          {!clinic && <p className="soft">Your clinic’s own number is shown here while you are signed in.</p>}
          <div className="row">
            <a className="btn plain" href={home}>
              Back
            </a>
          </div>
        </Stack>
      </main>
    </div>
  );
}

function Lines() {
  return (
    <>
      <Card title="Somebody to talk to, day and night">
        <p>
          988 is the Suicide and Crisis Lifeline. It is free, and it is for every kind of distress: fear, despair, or
          not knowing where to turn.
        </p>
        <div className="row">
          <Button large href="tel:988">
            Call 988
          </Button>
          <Button large variant="quiet" href="sms:988">
            Text 988
          </Button>
        </div>
      </Card>
      <Card title="In danger, or a medical emergency">
        <p>If you or somebody else is in danger, or has trouble breathing, chest pain, or cannot be woken.</p>
        <div className="row">
          <Button large variant="stop" href="tel:911">
            Call 911
          </Button>
        </div>
      </Card>
    </>
  );
}

type Clinic = { name: string; phone: string; crisisText: string };

function ClinicLine({ clinic: { name, phone, crisisText } }: { clinic: Clinic }) {
  if (!phone && !crisisText) return null;
  return (
    <Card title={name}>
      {crisisText && <p className="whitespace-pre-line">{crisisText}</p>}
      {phone && (
        <div className="row">
          <Button large variant="quiet" href={`tel:${dialled(phone)}`}>
            Call {phone}
          </Button>
        </div>
      )}
    </Card>
  );
}

async function findClinicToCall(): Promise<{ clinic: Clinic | null; home: string }> {
  try {
    const actor = await findActor();
    if (!actor) return { clinic: await findOnlyClinic(), home: "/" };
    return { clinic: await read(actor, findClinic), home: homeOf[actor.role] };
  } catch (error) {
    unstable_rethrow(error);
    fault(error);
    return { clinic: null, home: "/" };
  }
}

/** The number without what stands after it, such as an extension. */
const dialled = (phone: string) => (phone.split(/[a-z#;,]/i)[0] ?? "").replace(/[^+\d]/g, "");
