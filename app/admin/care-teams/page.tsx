import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Filter, SearchField } from "@/components/ui/search-field";
import { Tag } from "@/components/ui/tag";
import { counted } from "@/lib/accounts/people/rules";
import { countWithoutTeam, listCareTeams } from "@/lib/careTeams/queries";
import { careTeamFilter } from "@/lib/careTeams/schema";
import { requireActor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";

export const metadata: Metadata = { title: "Care teams" };

const teams = [
  { value: "", label: "Every patient" },
  { value: "none", label: "Treated by nobody" },
];

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CareTeamsPage({ searchParams }: Props) {
  const actor = await requireActor("admin");
  const query = await searchParams;
  const filter = careTeamFilter.parse(query);
  const [page, without] = await read(actor, async (db) => [
    await listCareTeams(db, filter, placeIn(query)),
    await countWithoutTeam(db),
  ]);
  const alone = `${counted(without, "patient")} ${without === 1 ? "is" : "are"} treated by nobody yet.`;
  return (
    <>
      <PageHeader
        title="Care teams"
        intro={`A therapist sees the records of the patients they treat, and no others.${without ? ` ${alone}` : ""}`}
      />
      <SearchField label="Patient’s name" defaultValue={filter.q}>
        <Filter label="Care team" name="team" options={teams} defaultValue={filter.team} />
      </SearchField>
      <DataTable
        caption="Patients and who treats them"
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={<Nobody filtered={Boolean(filter.q || filter.team)} />}
        columns={[
          { label: "Patient", cell: (row) => row.name },
          {
            label: "Treated by",
            cell: ({ careTeam }) => {
              if (careTeam.length === 0) return <Tag tone="gold">Nobody yet</Tag>;
              return careTeam.map(({ from, therapist }) => (
                <span key={therapist.id} className="block">
                  {therapist.name} <span className="soft small">since {formatDate(from, actor.timeZone)}</span>
                </span>
              ));
            },
          },
          {
            label: "Open",
            hideLabel: true,
            cell: (row) => (
              <Link href={`/admin/care-teams/${row.id}`}>
                Change<span className="sr-only"> the care team of {row.name}</span>
              </Link>
            ),
          },
        ]}
      />
      <Pager {...neighbours("/admin/care-teams", filter, page)} words={["Previous", "Next"]} />
    </>
  );
}

function Nobody({ filtered }: { filtered: boolean }) {
  if (!filtered)
    return (
      <Empty
        title="No patients yet"
        text="Invite a patient, then choose who treats them."
        action={<Button href="/admin/invite">Invite someone</Button>}
      />
    );
  return (
    <Empty
      title="No patient found"
      text="Look for another part of the name, or clear the filter."
      action={
        <Button variant="quiet" href="/admin/care-teams">
          Show everybody
        </Button>
      }
    />
  );
}
