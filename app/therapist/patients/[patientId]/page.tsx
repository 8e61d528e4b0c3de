import type { ComponentProps } from "react";
import { CourseLine } from "@/components/sessions/course-line";
import { RecordHeader } from "@/components/sessions/record-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Columns, Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { listGoals } from "@/lib/goals/queries";
import { findPatientRecord, findUnseen } from "@/lib/patients/queries";
import { isPlanShared } from "@/lib/practices/plan/queries";
import { openRecord, seeShared } from "@/lib/records/commands";
import { listSessions, type SessionInCourse } from "@/lib/sessions/queries";
import { isOver } from "@/lib/sessions/rules";
import { listLiveShares } from "@/lib/sharing/shown/queries";
import { ContactCard } from "./contact-card";
import { GoalsCard } from "./goals-card";
import { SessionList } from "./session-list";
import { SharedLately } from "./shared-lately";

export const metadata = { title: "Record" };

export default async function RecordPage({ params }: { params: Promise<{ patientId: string }> }) {
  const actor = await requireActor("therapist");
  const patientId = await orNotFound(openRecord(actor, (await params).patientId));
  const { patient, sessions, goals, lately, hasPlan, fresh, unread } = await read(actor, async (db) => {
    const patient = await orNotFound(findPatientRecord(db, patientId, actor));
    const sessions = await listSessions(db, patientId);
    const goals = await listGoals(db, patientId);
    const { rows: lately } = await listLiveShares(db, { patientId, audience: "careTeam" }, {}, 3);
    const shown = [...sessions.flatMap(({ intention }) => intention?.id ?? []), ...goals.map(({ id }) => id)];
    const named = lately.map(({ subjectId }) => subjectId);
    const hasPlan = await isPlanShared(db, patientId);
    const unread = await findUnseen(db, actor.personId, [...shown, ...named]);
    const fresh = new Set(shown.filter((id) => unread.has(id)));
    return { patient, sessions, goals, lately, hasPlan, fresh, unread };
  });
  if (fresh.size > 0) await seeShared(actor, patientId, [...fresh]);
  const [zone, at, plan] = [actor.clinicTimeZone, now(), `/therapist/patients/${patientId}/schedule`];
  const list = { zone, readerId: actor.personId, fresh };
  return (
    <>
      <RecordHeader
        patient={patient}
        zone={zone}
        at={at}
        actions={!patient.deactivatedAt && <Button href={plan}>Schedule</Button>}
      />
      <CourseLine sessions={sessions} zone={zone} at={at} hrefOf={(id) => `/therapist/sessions/${id}`} />
      <Columns>
        <Stack gap="large">
          {sessions.length === 0 && <NoSessions plan={plan} />}
          <Part title="To come" sessions={sessions.filter((session) => !isOver(session))} list={list} />
          <Part title="So far" sessions={sessions.filter(isOver).reverse()} list={list} />
        </Stack>
        <Stack gap="large">
          <SharedLately
            shares={lately}
            fresh={unread}
            hasPlan={hasPlan}
            path={`/therapist/patients/${patientId}`}
            zone={zone}
          />
          {goals.length > 0 && <GoalsCard goals={goals} fresh={fresh} />}
          <ContactCard patient={patient} />
        </Stack>
      </Columns>
    </>
  );
}

type PartProps = {
  title: string;
  sessions: SessionInCourse[];
  list: Omit<ComponentProps<typeof SessionList>, "sessions">;
};

const Part = ({ title, sessions, list }: PartProps) =>
  sessions.length > 0 && (
    <Card title={title}>
      <SessionList {...list} sessions={sessions} />
    </Card>
  );

const NoSessions = ({ plan }: { plan: string }) => (
  <Empty
    title="No sessions yet"
    text="The course begins with the first session that you plan."
    action={
      <Button href={plan} variant="quiet">
        Schedule the first
      </Button>
    }
  />
);
