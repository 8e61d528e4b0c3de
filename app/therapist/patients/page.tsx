import { SessionMark } from "@/components/sessions/session-mark";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchField } from "@/components/ui/search-field";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { optionalText } from "@/lib/core/fields";
import { neighbours, placeIn } from "@/lib/core/pages";
import { type ListedPatient, listMyPatients } from "@/lib/patients/queries";
import { kindWords } from "@/lib/sessions/rules";

export const metadata = { title: "Patients" };

const search = optionalText(100).catch("");

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PatientsPage({ searchParams }: Props) {
  const actor = await requireActor("therapist");
  const query = await searchParams;
  const q = search.parse(query.q);
  const page = await read(actor, (db) => listMyPatients(db, q, placeIn(query)));
  return (
    <>
      <PageHeader title="Patients" intro="Everybody on whose care team you are." />
      {(q || page.rows.length > 0) && <SearchField label="Name" defaultValue={q} />}
      <DataTable
        caption="Your patients by name"
        rows={page.rows}
        rowKey={({ id }) => id}
        columns={[
          { label: "Patient", cell: (patient) => <Name patient={patient} /> },
          {
            label: "Next session",
            cell: ({ next }) => <When session={next} zone={actor.clinicTimeZone} none="None planned" />,
          },
          {
            label: "Last session",
            cell: ({ last }) => <When session={last} zone={actor.clinicTimeZone} none="None yet" />,
          },
        ]}
        empty={q ? <NotFound q={q} /> : <Nobody />}
      />
      <Pager {...neighbours("/therapist/patients", { q }, page)} words={["Previous", "Next"]} />
    </>
  );
}

const Name = ({ patient }: { patient: ListedPatient }) => (
  <Row>
    <Link href={`/therapist/patients/${patient.id}`}>{patient.fullName}</Link>
    {patient.pronouns && <span className="small soft">{patient.pronouns}</span>}
    {patient.inactive && <Tag>Account closed</Tag>}
  </Row>
);

function When({ session, zone, none }: { session: ListedPatient["next"]; zone: string; none: string }) {
  if (!session) return <span className="soft">{none}</span>;
  return (
    <Row className="gap-2">
      <SessionMark {...session} />
      <span>
        {kindWords(session.kind)}, <Time at={session.startsAt} zone={zone} />
      </span>
    </Row>
  );
}

const Nobody = () => (
  <Empty title="Nobody yet" text="An admin of your clinic puts you on a patient's care team. Then they are here." />
);

const NotFound = ({ q }: { q: string }) => (
  <Empty
    title={`Nobody is called “${q}”`}
    text="Search for a part of the name, or look at everybody."
    action={<Link href="/therapist/patients">Everybody</Link>}
  />
);
