import type { Metadata } from "next";
import { Figure } from "@/components/body/figure";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Hidden } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { findSensation } from "@/lib/body/queries";
import { allOver, capital, placeName, slotOf } from "@/lib/body/rules";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { removeSensationAction } from "../actions";

export const metadata: Metadata = { title: "A sensation" };

export default async function SensationPage({ params }: PageProps<"/my/body/[sensationId]">) {
  const actor = await requireActor("patient");
  const { sensationId } = await params;
  const { id, side, place, text, at } = await orNotFound(read(actor, (db) => findSensation(db, sensationId)));
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Your body", href: "/my/body" }, { label: "A sensation" }]}
        eyebrow={<Time at={at} zone={actor.timeZone} />}
        title={capital(placeName(side, place) ?? place)}
      />
      <Card>
        <div className="felt">
          {place !== allOver && (
            <Figure>
              <span className="place" data-slot={slotOf(side, place)} data-marked="true" />
            </Figure>
          )}
          <Words size="large">{text}</Words>
        </div>
        <SharingPanel actor={actor} subject="sensation" subjectId={id} />
      </Card>
      <ConfirmButton
        label="Take this out"
        title="Take this out?"
        text="It is then gone from your pages, and for everybody with whom you shared it."
        confirm="Take it out"
        cancel="Keep it"
        variant="plain"
        action={removeSensationAction}
      >
        <Hidden name="sensationId" value={id} />
      </ConfirmButton>
    </Stack>
  );
}
