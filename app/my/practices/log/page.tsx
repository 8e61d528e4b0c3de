import type { Metadata } from "next";
import { ShareTag } from "@/components/sharing/share-tag";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";
import { listLogs } from "@/lib/practices/log/queries";
import { notedWords } from "@/lib/practices/rules";
import { listAudiences } from "@/lib/sharing/queries";

export const metadata: Metadata = { title: "What you noted" };

export default async function LogPage({ searchParams }: PageProps<"/my/practices/log">) {
  const actor = await requireActor("patient");
  const place = placeIn(await searchParams);
  const { page, audienceOf } = await read(actor, async (db) => {
    const page = await listLogs(db, actor.personId, place);
    const ids = page.rows.map(({ id }) => id);
    return { page, audienceOf: await listAudiences(db, actor.personId, ids) };
  });
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Practice garden", href: "/my/practices" }, { label: "What you noted" }]}
        title="What you noted"
        intro="Moments of practice and of rest, to look back on. Each is yours alone unless you share it."
      />
      {page.rows.length === 0 && (
        <Empty
          title="Nothing noted so far"
          text="When you practise or rest, you can note it in two taps. It is never needed."
          action={
            <Button variant="quiet" href="/my/practices">
              To the garden
            </Button>
          }
        />
      )}
      {page.rows.length > 0 && (
        <Card>
          <ul className="practice-list">
            {page.rows.map((log) => (
              <li key={log.id}>
                <span aria-hidden className="ring full" />
                <div className="stack gap-1">
                  <h2 className="text-h3">
                    <Link href={`/my/practices/log/${log.id}`}>{log.title}</Link>
                  </h2>
                  <p className="soft">
                    <Time at={log.at} zone={actor.timeZone} />
                    {notedWords(log) && ` · ${notedWords(log)}`}
                  </p>
                  <p>
                    <ShareTag readers={audienceOf(log.id).readers} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Pager {...neighbours("/my/practices/log", {}, page)} />
    </Stack>
  );
}
