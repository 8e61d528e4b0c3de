import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { listOwn, type OwnPractice } from "@/lib/practices/own/queries";
import { families } from "@/lib/practices/rules";

export const metadata: Metadata = { title: "Your own practices" };

export default async function OwnPage() {
  const actor = await requireActor("patient");
  const own = await read(actor, (db) => listOwn(db, actor.personId));
  const here = own.filter(({ putAwayAt }) => !putAwayAt);
  const away = own.filter(({ putAwayAt }) => putAwayAt);
  const add = (
    <Button href="/my/practices/own/new" variant={here.length > 0 ? "quiet" : "primary"}>
      Add one of your own
    </Button>
  );
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Practice garden", href: "/my/practices" }, { label: "Your own" }]}
        title="Your own practices"
        intro="What does you good and stands in no book. Seen by you alone, unless it is in a plan that you share."
        actions={here.length > 0 && add}
      />
      {here.length === 0 && (
        <Empty
          title="What has always done you good?"
          text="A song, a bench, a way of making tea. Give it a name, and it grows in your garden with the others."
          action={add}
        />
      )}
      {here.length > 0 && (
        <Card>
          <Rows practices={here} path="/my/practices" />
        </Card>
      )}
      {away.length > 0 && (
        <Details summary="Put away">
          <Card>
            <Rows practices={away} path="/my/practices/own" />
          </Card>
        </Details>
      )}
    </Stack>
  );
}

const Rows = ({ practices, path }: { practices: OwnPractice[]; path: string }) => (
  <ul className="practice-list">
    {practices.map(({ slug, title, why, family }) => (
      <li key={slug}>
        <span aria-hidden className="ring" />
        <div>
          <h2 className="text-h3">
            <Link href={`${path}/${slug}`}>{title}</Link>
          </h2>
          {why && <p className="words small">{why}</p>}
          <p className="mt-2">
            <Tag>{families[family].name}</Tag>
          </p>
        </div>
      </li>
    ))}
  </ul>
);
