import type { Metadata } from "next";
import { ShareTag } from "@/components/sharing/share-tag";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { findCheckIn } from "@/lib/checkIns/queries";
import { requireActor } from "@/lib/core/actor";
import { dayOf, now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { listAudiences } from "@/lib/sharing/queries";
import type { Reader } from "@/lib/sharing/rules";
import { CheckInForm } from "./check-in-form";

export const metadata: Metadata = { title: "How is it today?" };

const careTeam: Reader = { audience: "careTeam", companionId: null, companionName: null };

export default async function NewCheckInPage() {
  const actor = await requireActor("patient");
  const day = dayOf(now(), actor.timeZone);
  const { checkIn, fit, readers } = await read(actor, async (db) => {
    const checkIn = await findCheckIn(db, actor.personId, day);
    const fit = await findFit(db, actor.personId);
    if (!checkIn) return { checkIn, fit, readers: fit.sharesCheckIns ? [careTeam] : [] };
    return { checkIn, fit, readers: (await listAudiences(db, actor.personId, [checkIn.id]))(checkIn.id).readers };
  });
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Today", href: "/my" }, { label: "How is it today?" }]}
        title="How is it today?"
        intro={checkIn ? "What you kept today is here. Change what you like." : "Answer what you like. Leave the rest."}
      />
      <CheckInForm
        day={day}
        checkIn={checkIn}
        fewer={fit.fewerChoices}
        footer={
          <p className="row small soft">
            <ShareTag readers={readers} />
            <Link href={checkIn ? `/my/check-ins/${checkIn.id}` : "/my/fit#sharing"}>Change who sees it</Link>
          </p>
        }
      />
    </Stack>
  );
}
