import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { countDrawer } from "@/lib/companions/drawer/queries";
import { type GrantListed, listGrants } from "@/lib/companions/grants/queries";
import { asksForName, asksLately, type GrantState } from "@/lib/companions/grants/rules";
import { listHandedOverNotes } from "@/lib/companions/notes/queries";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { boundsWords, GrantSentence, GrantTag } from "./grant-words";

export const metadata: Metadata = { title: "Companions" };

export default async function CompanionsPage() {
  const actor = await requireActor("patient");
  const { grants, notes, waiting } = await read(actor, async (db) => ({
    grants: await listGrants(db, actor.personId),
    notes: await listHandedOverNotes(db, actor.personId),
    waiting: await countDrawer(db, actor.personId),
  }));
  const zone = actor.timeZone;
  const isEarlier = (grant: GrantListed) => isClosed(grant.state) && !asksLately(grant, now());
  const isNew = notes.some(({ openedAt }) => !openedAt);
  const written = notes.length > 0 && <Notes notes={notes} zone={zone} />;
  const [current, earlier] = [grants.filter((grant) => !isEarlier(grant)), grants.filter(isEarlier)];
  const invite = (
    <Button variant={current.length > 0 ? "quiet" : "primary"} href="/my/companions/invite">
      Invite a companion
    </Button>
  );
  return (
    <>
      <PageHeader
        crumbs={[{ label: "More", href: "/my/more" }, { label: "Companions" }]}
        title="Companions"
        intro="People you trust. You choose what each of them may see, and can end it at any time."
        actions={current.length > 0 && invite}
      />
      {isNew && written}
      {current.length === 0 && (
        <Empty
          title="Nobody yet"
          text="A partner, a friend, a sister: somebody who can be with you, and write down what you say."
          action={invite}
        />
      )}
      {current.map((grant) => (
        <GrantCard key={grant.id} grant={grant} zone={zone} />
      ))}
      {!isNew && written}
      {waiting > 0 && (
        <p>
          <Link href="/my/companions/drawer">Words that came after an access had ended</Link>
        </p>
      )}
      {earlier.length > 0 && (
        <Details summary={`Earlier companions and invitations (${earlier.length})`}>
          {earlier.map((grant) => (
            <GrantCard key={grant.id} grant={grant} zone={zone} />
          ))}
        </Details>
      )}
    </>
  );
}

const isClosed = (state: GrantState) => state === "ended" || state === "over" || state === "withdrawn";

type Zone = { zone: string };

function GrantCard({ grant, zone }: Zone & { grant: GrantListed }) {
  return (
    <Card
      title={<Link href={`/my/companions/${grant.id}`}>{grant.companionName}</Link>}
      aside={<GrantTag state={grant.state} />}
    >
      {grant.relationship && <p className="words text-body -mt-3">{grant.relationship}</p>}
      <p className="soft">
        {boundsWords(grant)}. <GrantSentence grant={grant} zone={zone} />
      </p>
      {asksForName(grant) && <p>{grant.companionName} asks something of you. Open this to read it.</p>}
    </Card>
  );
}

type NotesProps = Zone & { notes: Awaited<ReturnType<typeof listHandedOverNotes>> };

function Notes({ notes, zone }: NotesProps) {
  return (
    <Card title="What companions wrote for you">
      <List>
        {notes.map(({ id, grant, session, openedAt, isBegun }) => (
          <ListItem
            key={id}
            aside={
              <Button variant={openedAt ? "plain" : "quiet"} href={`/my/companions/notes/${id}`}>
                {openedAt ? "Read again" : isBegun ? "Go on reading" : "Choose a moment"}
              </Button>
            }
          >
            <p>{grant.companionName}</p>
            <p className="soft small">
              Session on <Time at={session.startsAt} zone={zone} show="day" />
            </p>
          </ListItem>
        ))}
      </List>
    </Card>
  );
}
