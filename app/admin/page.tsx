import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Filter, SearchField } from "@/components/ui/search-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import { type AccountRow, countAccounts, listAccounts } from "@/lib/accounts/people/queries";
import { counted, invitationWords, lastHereWords, roleWithCredentials, roleWords } from "@/lib/accounts/people/rules";
import { accountFilter } from "@/lib/accounts/people/schema";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";
import { resendAction } from "./invitations/actions";

export const metadata: Metadata = { title: "Accounts" };

const roles = [
  { value: "", label: "Every role" },
  ...Object.entries(roleWords).map(([value, label]) => ({ value, label })),
];
const states = [
  { value: "", label: "Every state" },
  { value: "active", label: "Active" },
  { value: "invited", label: "Invited" },
  { value: "deactivated", label: "Deactivated" },
];

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireActor("admin");
  const query = await searchParams;
  const filter = accountFilter.parse(query);
  const [page, { people, waiting }] = await read(actor, async (db) => [
    await listAccounts(db, filter, placeIn(query)),
    await countAccounts(db),
  ]);
  const waits = `${counted(waiting, "invitation")} ${waiting === 1 ? "is" : "are"} waiting.`;
  return (
    <>
      <PageHeader
        title="Accounts"
        intro={`${counted(people, "person", "people")}.${waiting ? ` ${waits}` : ""}`}
        actions={<Button href="/admin/invite">Invite someone</Button>}
      />
      <SearchField label="Name or e-mail" defaultValue={filter.q}>
        <Filter label="Role" name="role" options={roles} defaultValue={filter.role} />
        <Filter label="State" name="state" options={states} defaultValue={filter.state} />
      </SearchField>
      <AccountsTable rows={page.rows} zone={actor.timeZone} />
      <Pager {...neighbours("/admin", filter, page)} words={["Previous", "Next"]} />
    </>
  );
}

function AccountsTable({ rows, zone }: { rows: AccountRow[]; zone: string }) {
  const at = now();
  return (
    <DataTable
      caption="Accounts and open invitations"
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <Empty
          title="Nobody found"
          text="Look for another part of the name, or clear the filters."
          action={
            <Button variant="quiet" href="/admin">
              Show everybody
            </Button>
          }
        />
      }
      columns={[
        {
          label: "Name",
          cell: (row) => (
            <>
              {row.name}
              <span className="soft small block break-all">{row.email}</span>
            </>
          ),
        },
        { label: "Role", cell: roleWithCredentials },
        {
          label: "Last here",
          cell: (row) => (row.kind === "person" ? lastHereWords(row.lastSignInAt, at, zone) : "–"),
        },
        { label: "State", cell: (row) => <State row={row} at={at} /> },
        { label: "Open", hideLabel: true, cell: (row) => <Acts row={row} /> },
      ]}
    />
  );
}

function State({ row, at }: { row: AccountRow; at: Date }) {
  if (row.expiresAt) {
    const { words, holds } = invitationWords(row.expiresAt, at);
    return <Tag tone={holds ? "gold" : "stop"}>{words}</Tag>;
  }
  return row.deactivatedAt ? <Tag>Deactivated</Tag> : <Tag tone="calm">Active</Tag>;
}

function Acts({ row }: { row: AccountRow }) {
  if (row.kind === "person")
    return (
      <Link href={`/admin/people/${row.id}`}>
        Open<span className="sr-only"> {row.name}</span>
      </Link>
    );
  return (
    <div className="row">
      <Link href={`/admin/invitations/${row.id}`}>
        Open<span className="sr-only"> the invitation of {row.name}</span>
      </Link>
      <Form action={resendAction} aria-label={`Invitation of ${row.name}`}>
        <Hidden name="invitationId" value={row.id} />
        <SubmitButton variant="plain">Send again</SubmitButton>
      </Form>
    </div>
  );
}
