import type { Metadata } from "next";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Words } from "@/components/ui/words";
import { findCheckInById } from "@/lib/checkIns/queries";
import { checkInLines } from "@/lib/checkIns/rules";
import { requireActor } from "@/lib/core/actor";
import { dayOf, now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { longDay } from "../days";

export const metadata: Metadata = { title: "A check-in" };

export default async function CheckInPage({ params }: PageProps<"/my/check-ins/[checkInId]">) {
  const actor = await requireActor("patient");
  const { checkInId } = await params;
  const checkIn = await orNotFound(read(actor, (db) => findCheckInById(db, checkInId)));
  const isToday = checkIn.day === dayOf(now(), actor.timeZone);
  const lines = checkInLines({ ...checkIn, word: "" });
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Check-ins", href: "/my/check-ins" }, { label: "A day" }]}
        title={longDay(checkIn.day)}
        eyebrow={isToday ? "Today" : undefined}
      />
      <Card>
        {checkIn.word && <Words size="large">{checkIn.word}</Words>}
        {lines.length > 0 && <Facts items={lines} />}
        {lines.length === 0 && !checkIn.word && <p className="soft">Everything is left open.</p>}
        <SharingPanel actor={actor} subject="checkIn" subjectId={checkIn.id} />
      </Card>
      {isToday && (
        <Button variant="quiet" href="/my/check-ins/new" className="justify-self-start">
          Change today’s check-in
        </Button>
      )}
    </Stack>
  );
}
