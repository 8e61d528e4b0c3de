import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import type { PracticeInGarden } from "@/lib/practices/queries";
import { families, lookFor, stateOffers } from "@/lib/practices/rules";
import type { GardenSearch } from "@/lib/practices/schema";
import { GardenSearchField, States } from "./looking";
import { PracticeList } from "./practice-list";

type Props = { practices: PracticeInGarden[]; search: GardenSearch; few: boolean };

/** One family, what helps in one state, or what was searched for. */
export function Found({ practices, search, few }: Props) {
  const { title, intro, found, beside } = viewOf(practices, search);
  const inSight = found.filter(({ hidden }) => !hidden);
  const hidden = found.filter(({ hidden }) => hidden);
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Practice garden", href: "/my/practices" }, { label: title }]}
        title={title}
        intro={intro}
      />
      {beside}
      {inSight.length > 0 ? (
        <Card>
          <PracticeList practices={inSight} named={!search.family} first={few ? 3 : search.state && 6} level={2} />
        </Card>
      ) : (
        <Nothing search={search} />
      )}
      {hidden.length > 0 && (
        <Details summary="Those you put out of sight">
          <Card>
            <PracticeList practices={hidden} named={!search.family} level={2} />
          </Card>
        </Details>
      )}
      {!search.state && <GardenSearchField search={search.q} />}
    </Stack>
  );
}

type View = { title: string; intro?: ReactNode; found: PracticeInGarden[]; beside?: ReactNode };

function viewOf(practices: PracticeInGarden[], { q, state, family }: GardenSearch): View {
  if (state) {
    const { title, intro } = stateOffers[state];
    const helping = practices.filter(({ helps }) => helps?.includes(state));
    const found = [...helping.filter(({ favourite }) => favourite), ...helping.filter(({ favourite }) => !favourite)];
    const help = (
      <p>
        If it is too much to hold alone: <Link href="/help">I need help now</Link>
      </p>
    );
    return {
      title,
      intro,
      found,
      beside:
        state === "settled" ? (
          <States now={state} />
        ) : (
          <>
            {help}
            <States now={state} />
          </>
        ),
    };
  }
  if (family && !q) {
    const { name, why } = families[family];
    return { title: name, intro: why, found: practices.filter((practice) => practice.family === family) };
  }
  return { title: `“${q}”`, intro: "In the whole garden, and in your own.", found: lookFor(practices, q) };
}

const Nothing = ({ search }: { search: GardenSearch }) => (
  <Empty
    title="Nothing here yet"
    text={search.q ? "Another word may find it. Or write a practice of your own." : "You can write one of your own."}
    action={
      <Button variant="quiet" href="/my/practices/own/new">
        Add one of your own
      </Button>
    }
  />
);
