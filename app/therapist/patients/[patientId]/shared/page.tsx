import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { neighbours, placeIn } from "@/lib/core/pages";
import { findPatientRecord, findUnseen } from "@/lib/patients/queries";
import { openRecord, seeShared } from "@/lib/records/commands";
import { listSharedWithTeam } from "@/lib/sharing/shown/queries";
import { SharedCard } from "./shared-card";

export const metadata: Metadata = { title: "Shared" };

export default async function SharedPage({
  params,
  searchParams,
}: PageProps<"/therapist/patients/[patientId]/shared">) {
  const actor = await requireActor("therapist");
  const patientId = await orNotFound(openRecord(actor, (await params).patientId));
  const place = placeIn(await searchParams);
  const { patient, page, fresh } = await read(actor, async (db) => {
    const patient = await orNotFound(findPatientRecord(db, patientId, actor));
    const page = await listSharedWithTeam(db, patientId, place);
    const shown = page.rows.map(({ subjectId }) => subjectId);
    return { patient, page, fresh: await findUnseen(db, actor.personId, shown) };
  });
  if (fresh.size > 0) await seeShared(actor, patientId, [...fresh]);
  const path = `/therapist/patients/${patientId}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Patients", href: "/therapist/patients" },
          { label: patient.fullName, href: path },
          { label: "Shared" },
        ]}
        title={`Shared by ${patient.name}`}
        intro="In their own words, and theirs to take back at any time. They can see that you have read it."
      />
      {page.rows.length === 0 && (
        <Empty
          title="Nothing is shared at the moment"
          text="What they choose to share with the care team stands here."
        />
      )}
      <Stack gap="large" className="max-w-[46rem]">
        {page.rows.map((row) => (
          <SharedCard key={row.id} row={row} fresh={fresh.has(row.subjectId)} zone={actor.clinicTimeZone} />
        ))}
      </Stack>
      <Pager {...neighbours(`${path}/shared`, {}, page)} />
    </>
  );
}
