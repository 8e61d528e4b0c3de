import { PageHeader } from "@/components/ui/page-header";
import { Columns, Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { dayBounds, formatDay, now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { listDrafts, listUnwritten } from "@/lib/notes/queries";
import { listNewlyShared } from "@/lib/patients/queries";
import { listLedBetween, listUnrecorded } from "@/lib/sessions/queries";
import { Agenda, NothingToday } from "./agenda";
import { NextDays } from "./next-days";
import { Waiting } from "./waiting";

export const metadata = { title: "Today" };

const week = 7 * 86_400_000;

export default async function TherapistToday() {
  const actor = await requireActor("therapist");
  const [zone, at] = [actor.clinicTimeZone, now()];
  const today = dayBounds(at, zone);
  const days = { start: today.end, end: dayBounds(new Date(today.end.getTime() + week), zone).start };
  const { led, shared, ...left } = await read(actor, async (db) => ({
    led: await listLedBetween(db, actor.personId, { start: today.start, end: days.end }),
    unrecorded: await listUnrecorded(db, actor.personId, at),
    unwritten: await listUnwritten(db, actor.personId),
    drafts: await listDrafts(db, actor.personId),
    shared: await listNewlyShared(db, actor.personId),
  }));
  const sessions = led.filter(({ startsAt }) => startsAt < today.end);
  const coming = led.filter(({ startsAt }) => startsAt >= today.end);
  return (
    <>
      <PageHeader
        title="Today"
        eyebrow={formatDay(at, zone)}
        intro={actor.timeZone !== zone && `Times are those of the clinic, in ${zone.replaceAll("_", " ")}.`}
      />
      <Columns>
        <Stack gap="large">
          {sessions.length > 0 ? (
            <Agenda sessions={sessions} zone={zone} at={at} />
          ) : (
            <NothingToday next={coming[0]} zone={zone} />
          )}
          {coming.length > 0 && <NextDays sessions={coming} zone={zone} />}
        </Stack>
        <Waiting left={left} shared={shared} zone={zone} />
      </Columns>
    </>
  );
}
