import type { Metadata } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Filter, SearchField } from "@/components/ui/search-field";
import { Tag, type Tone } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { findName } from "@/lib/accounts/people/queries";
import { roleWords } from "@/lib/accounts/people/rules";
import { listSignInActivity } from "@/lib/audit/queries";
import { type Outcome, outcomeOf, outcomes, verbWords } from "@/lib/audit/rules";
import { signInFilter } from "@/lib/audit/schema";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";

export const metadata: Metadata = { title: "Sign-ins" };

const options = [
  { value: "", label: "Every kind" },
  ...Object.entries(outcomes).map(([value, { label }]) => ({ value, label })),
];
const tones: Record<Outcome, Tone> = { succeeded: "calm", failed: "stop", ended: "plain" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInsPage({ searchParams }: Props) {
  const actor = await requireActor("admin");
  const query = await searchParams;
  const filter = signInFilter.parse(query);
  const [page, name] = await read(actor, async (db) => [
    await listSignInActivity(db, filter, placeIn(query)),
    await findName(db, filter.who),
  ]);
  return (
    <>
      <PageHeader title="Sign-ins" intro="Who signed in and out, and who was turned away. The newest first." />
      <SearchField label="Name" name="who" defaultValue={name}>
        <Filter label="What happened" name="outcome" options={options} defaultValue={filter.outcome} />
      </SearchField>
      <DataTable
        caption="Sign-ins"
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={<Empty title="Nothing here" text="Nobody signed in or out in this way." />}
        columns={[
          {
            label: "Who",
            cell: ({ actor: self, about, role }) => {
              const person = self ?? about;
              return person ? (
                <>
                  <Link href={`/admin/people/${person.id}`}>{person.name}</Link>
                  {role && <span className="soft small block">{roleWords[role]}</span>}
                </>
              ) : (
                <span className="font-normal">An address without an account</span>
              );
            },
          },
          {
            label: "What happened",
            cell: ({ verb }) => {
              const outcome = outcomeOf(verb);
              return <Tag tone={outcome && tones[outcome]}>{verbWords(verb)}</Tag>;
            },
          },
          { label: "When", cell: ({ at }) => <Time at={at} zone={actor.timeZone} /> },
        ]}
      />
      <Pager {...neighbours("/admin/sign-ins", filter, page)} />
    </>
  );
}
