import type { Metadata } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Filter } from "@/components/ui/search-field";
import { Row } from "@/components/ui/stack";
import { Tag, type Tone } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { listGrantDates } from "@/lib/companions/grants/dates/queries";
import {
  type DatesState,
  datesState,
  datesWords,
  type GrantDates,
  isUnused,
} from "@/lib/companions/grants/dates/rules";
import { datesFilter } from "@/lib/companions/grants/dates/schema";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";

export const metadata: Metadata = { title: "Companions" };

const states = [
  { value: "", label: "Every state" },
  { value: "live", label: "Live" },
  { value: "expiring", label: "Ends within 7 days" },
  { value: "unused", label: "Never used" },
  { value: "ended", label: "Ended" },
];

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CompanionDatesPage({ searchParams }: Props) {
  const actor = await requireActor("admin");
  const query = await searchParams;
  const filter = datesFilter.parse(query);
  const page = await read(actor, (db) => listGrantDates(db, filter, placeIn(query)));
  return (
    <>
      <PageHeader
        title="Companions"
        intro="That there is access, and its dates. Whose it is and for whom stays between patients and their care teams."
      />
      <search>
        <form className="search" method="get">
          <Filter label="State" name="state" options={states} defaultValue={filter.state} />
          <button type="submit" className="btn quiet">
            Show
          </button>
        </form>
      </search>
      <DatesTable rows={page.rows} zone={actor.timeZone} />
      <Pager {...neighbours("/admin/companions", filter, page)} />
    </>
  );
}

function DatesTable({ rows, zone }: { rows: GrantDates[]; zone: string }) {
  const at = now();
  const day = (date: Date | null) => (date ? <Time at={date} zone={zone} show="date" /> : "–");
  return (
    <DataTable
      caption="Access of companions"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty title="None here" text="When a patient invites a companion, the dates of it appear here." />}
      columns={[
        { label: "Created", cell: ({ createdAt }) => day(createdAt) },
        { label: "Accepted", cell: ({ acceptedAt }) => day(acceptedAt) },
        { label: "Last used", cell: (row) => (isUnused(row) ? "Never" : day(row.lastUsedAt)) },
        { label: "Ends by itself", cell: ({ until, endedAt }) => day(endedAt ? null : until) },
        { label: "Ended", cell: ({ endedAt }) => day(endedAt) },
        { label: "State", cell: (row) => <State row={row} at={at} /> },
      ]}
    />
  );
}

const tones: Record<DatesState, Tone> = { waiting: "plain", live: "calm", expiring: "gold", ended: "plain" };

function State({ row, at }: { row: GrantDates; at: Date }) {
  const state = datesState(row, at);
  return (
    <Row>
      <Tag tone={tones[state]}>{datesWords[state]}</Tag>
      {(state === "live" || state === "expiring") && isUnused(row) && <Tag>Never used</Tag>}
    </Row>
  );
}
