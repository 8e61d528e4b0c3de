import type { Metadata } from "next";
import { StateButtons } from "@/components/body/state-buttons";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { findState, listSensations, type Sensation } from "@/lib/body/queries";
import { fittingPractice, placeKey, stateLasts } from "@/lib/body/rules";
import { type Actor, requireActor } from "@/lib/core/actor";
import { dayOf, now } from "@/lib/core/clock";
import { type Db, read } from "@/lib/core/db";
import { neighbours, type Place, placeIn } from "@/lib/core/pages";
import { findFit } from "@/lib/fit/queries";
import { findPlan } from "@/lib/practices/plan/queries";
import { listPractices } from "@/lib/practices/queries";
import { listAudiences } from "@/lib/sharing/queries";
import type { NervousState } from "@/prisma/generated/enums";
import { noteStateAction } from "./actions";
import { ByDate } from "./by-date";
import { ForNow } from "./for-now";
import { SensationForm } from "./sensation-form";

export const metadata: Metadata = { title: "Your body" };

export default async function BodyPage({ searchParams }: PageProps<"/my/body">) {
  const actor = await requireActor("patient");
  const query = await searchParams;
  const { state, practice, fit, page, audienceOf } = await findPage(actor, placeIn(query));
  const days = byDay(page.rows, actor.timeZone);
  const shown = days.find(({ day }) => day === query.day) ?? days[0];
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Practice garden", href: "/my/practices" }, { label: "Your body" }]}
        title="How is your body?"
        intro="It may be settled, stirred up or shut down. All three make sense, and all three pass."
      />
      <Form action={noteStateAction} aria-label="How your body is now">
        <StateButtons now={state?.state} />
      </Form>
      {state && <ForNow now={state} practice={practice} pacing={fit.pacing} zone={actor.timeZone} />}
      <Card id="map" title="Where do you feel something?">
        <SensationForm marked={shown?.felt.map(placeKey) ?? []} fewer={fit.fewerChoices} />
      </Card>
      {days.length > 0 && (
        <ByDate
          days={days}
          shown={shown?.day}
          audienceOf={audienceOf}
          zone={actor.timeZone}
          {...neighbours("/my/body", {}, page)}
        />
      )}
    </Stack>
  );
}

const findPage = (actor: Actor, place: Place) =>
  read(actor, async (db) => {
    const { personId: patientId } = actor;
    const state = await findState(db, patientId, new Date(now().getTime() - stateLasts));
    const page = await listSensations(db, patientId, place);
    return {
      state,
      practice: state && (await findPractice(db, patientId, state)),
      fit: await findFit(db, patientId),
      page,
      audienceOf: await listAudiences(
        db,
        patientId,
        page.rows.map(({ id }) => id),
      ),
    };
  });

async function findPractice(db: Db, patientId: string, { state, at }: { state: NervousState; at: Date }) {
  const planned = (await findPlan(db, patientId))?.items.map(({ slug }) => slug) ?? [];
  const turn = Math.floor(at.getTime() / 1000);
  return fittingPractice(await listPractices(db, patientId), state, { planned, turn });
}

function byDay(rows: Sensation[], zone: string) {
  const days = new Map<string, Sensation[]>();
  for (const row of rows) {
    const day = dayOf(row.at, zone);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days].map(([day, felt]) => ({ day, felt }));
}
