import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";
import { listMedia } from "@/lib/making/queries";
import { listAudiences } from "@/lib/sharing/queries";
import { Gallery } from "./gallery";

export const metadata: Metadata = { title: "Making" };

export default async function MakingPage({ searchParams }: PageProps<"/my/making">) {
  const actor = await requireActor("patient");
  const query = await searchParams;
  const [place, putAway] = [placeIn(query), query.away === "1"];
  const { page, audienceOf } = await read(actor, async (db) => {
    const page = await listMedia(db, actor.personId, place, { putAway });
    const ids = page.rows.map(({ id }) => id);
    return { page, audienceOf: await listAudiences(db, actor.personId, ids) };
  });
  const { newer, older } = neighbours("/my/making", { away: putAway ? "1" : undefined }, page);
  const ways = (
    <>
      <Button href="/my/making/add">Add a picture or sound</Button>
      <Button href="/my/making/sketch" variant="quiet">
        Sketch something
      </Button>
    </>
  );
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={putAway ? [{ label: "Making", href: "/my/making" }, { label: "Put away" }] : undefined}
        title={putAway ? "Put away" : "What you made"}
        intro={putAway ? "Out of sight, and kept. Open one to bring it back." : intro}
        actions={!putAway && page.rows.length > 0 && ways}
      />
      {page.rows.length === 0 && (putAway ? <NothingAway /> : <Nothing ways={ways} />)}
      <Gallery media={page.rows} zone={actor.timeZone} audienceOf={audienceOf} />
      <Pager newer={newer} older={older} />
      {!putAway && (
        <p>
          <Link href="/my/making?away=1" className="small soft">
            What you put away
          </Link>
        </p>
      )}
    </Stack>
  );
}

const intro =
  "Drawings, photos, songs, a voice. It need not be beautiful, and nobody asks what it means. You alone see it until you share it.";

const Nothing = ({ ways }: { ways: React.ReactNode }) => (
  <Empty
    title="A place for what has no words"
    text="A line, a colour, a photo of something you shaped, a tune you hummed. A minute is enough."
    action={<div className="row justify-center">{ways}</div>}
  />
);

const NothingAway = () => <Empty title="Nothing is put away" />;
