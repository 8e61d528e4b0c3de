import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Filter, SearchField } from "@/components/ui/search-field";
import { Time } from "@/components/ui/time";
import { findName } from "@/lib/accounts/people/queries";
import { roleWords } from "@/lib/accounts/people/rules";
import { listAuditEntries } from "@/lib/audit/queries";
import { verbGroups, verbWords } from "@/lib/audit/rules";
import { auditFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { addressOf, neighbours, placeIn } from "@/lib/core/pages";

export const metadata: Metadata = { title: "Audit log" };

const groups = [
  { value: "", label: "Everything" },
  ...Object.entries(verbGroups).map(([value, label]) => ({ value, label })),
];

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Entry = Awaited<ReturnType<typeof listAuditEntries>>["rows"][number];

export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireActor("admin");
  const query = await searchParams;
  const filter = auditFilter.parse(query);
  const [page, by, record] = await read(actor, async (db) => [
    await listAuditEntries(db, filter, placeIn(query), actor.timeZone),
    await findName(db, filter.by),
    await findName(db, filter.record),
  ]);
  return (
    <>
      <PageHeader
        title="Audit log"
        intro="Who did what, when, and on whose record. Never what was written. Nobody can change it."
        actions={
          <Button variant="quiet" href={addressOf("/admin/audit/export", filter)} download>
            Download CSV
          </Button>
        }
      />
      <SearchField label="Done by" name="by" defaultValue={by} submit="Filter">
        <div className="field">
          <label htmlFor="filter-record">Whose record</label>
          <input id="filter-record" type="search" name="record" defaultValue={record} />
        </div>
        <Filter label="What" name="group" options={groups} defaultValue={filter.group} />
        <Field name="from" label="From" type="date" defaultValue={filter.from} />
        <Field name="until" label="Until" type="date" defaultValue={filter.until} />
      </SearchField>
      <DataTable
        caption="Audit log"
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={<NothingFound />}
        columns={[
          { label: "What", cell: (row) => <What row={row} /> },
          { label: "Who", cell: (row) => <Who row={row} /> },
          { label: "Whose record", cell: ({ patient }) => (patient ? <Person {...patient} /> : "–") },
          { label: "When", cell: ({ at }) => <Time at={at} zone={actor.timeZone} /> },
        ]}
      />
      <Pager {...neighbours("/admin/audit", filter, page)} />
    </>
  );
}

function What({ row: { verb, subject, about } }: { row: Entry }) {
  return (
    <>
      {verbWords(verb)}
      {subject === "person" && about && <span className="soft small block">{about.name}</span>}
    </>
  );
}

function Who({ row: { actor, role, about } }: { row: Entry }) {
  if (actor)
    return (
      <>
        <Person {...actor} />
        {role && <span className="soft small block">{roleWords[role]}</span>}
      </>
    );
  return (
    <>
      Somebody not signed in
      {about && <span className="soft small block">account of {about.name}</span>}
    </>
  );
}

const Person = ({ id, name }: { id: string; name: string }) => <Link href={`/admin/people/${id}`}>{name}</Link>;

const NothingFound = () => (
  <Empty
    title="Nothing found"
    text="No entry fits all of these filters."
    action={
      <Button variant="quiet" href="/admin/audit">
        Clear the filters
      </Button>
    }
  />
);
