import type { Metadata } from "next";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { neighbours, placeIn } from "@/lib/core/pages";
import { listLetters } from "@/lib/outbox/queries";
import { letterState } from "@/lib/outbox/rules";

export const metadata: Metadata = { title: "Outbox" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OutboxPage({ searchParams }: Props) {
  const actor = await requireActor("admin");
  const place = placeIn(await searchParams);
  const page = await read(actor, (db) => listLetters(db, place));
  const hasServer = Boolean(env().SMTP_URL);
  return (
    <>
      <PageHeader
        title="Outbox"
        intro={
          hasServer
            ? "Letters of the portal. Their text is erased once the mail server has taken them."
            : "No mail server is set up, so the portal’s letters stay here. Open one to pass its link on; that is noted in the audit log."
        }
      />
      <DataTable
        caption="Letters"
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={<Empty title="No letters yet" text="Invitations and password resets appear here." />}
        columns={[
          {
            label: "Letter",
            cell: ({ subject, to }) => (
              <>
                {subject}
                <span className="soft small block break-all">to {to}</span>
              </>
            ),
          },
          { label: "Written", cell: ({ createdAt }) => <Time at={createdAt} zone={actor.timeZone} /> },
          {
            label: "State",
            cell: (row) => {
              const { words, tone } = letterState(row, hasServer);
              return <Tag tone={tone}>{words}</Tag>;
            },
          },
          ...(hasServer
            ? []
            : [
                {
                  label: "Open",
                  hideLabel: true,
                  cell: ({ id, to }: { id: string; to: string }) => (
                    <Link href={`/admin/outbox/${id}`}>
                      Open<span className="sr-only"> the letter to {to}</span>
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      <Pager {...neighbours("/admin/outbox", {}, page)} />
    </>
  );
}
