import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Actor, requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { neighbours, type Place, placeIn } from "@/lib/core/pages";
import { listDrafts, listSignedByMe, listUnwritten } from "@/lib/notes/queries";
import { formats } from "@/lib/notes/rules";
import { kindWords, type SessionKind } from "@/lib/sessions/rules";

export const metadata = { title: "Notes" };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function NotesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor("therapist");
  const { drafts, unwritten, signed } = await load(actor, placeIn(await searchParams));
  const zone = actor.clinicTimeZone;
  const open = drafts.length + unwritten.length;
  if (open + signed.rows.length === 0) {
    return (
      <>
        <PageHeader title="Notes" />
        <Empty
          title="No notes yet"
          text="Once a session has begun, its note is written here: saved as you write, locked when you sign."
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title="Notes" intro={open === 0 ? "Every session has its signed note." : undefined} />
      {open > 0 && (
        <Card title="To be written and signed" aside={<Tag tone="gold">{open}</Tag>}>
          <List>
            {unwritten.map(({ id, ...session }) => (
              <Line key={id} href={`/therapist/sessions/${id}/note`} {...session} zone={zone} state="Not begun" />
            ))}
            {drafts.map(({ id, sessionId, session, patientName }) => (
              <Line
                key={id}
                href={`/therapist/sessions/${sessionId}/note`}
                {...session}
                patientName={patientName}
                zone={zone}
                state="Draft"
              />
            ))}
          </List>
        </Card>
      )}
      {signed.rows.length > 0 && (
        <Card title="Signed by you">
          <List>
            {signed.rows.map(({ id, session, patientName, format, signedAt }) => (
              <Line
                key={id}
                href={`/therapist/notes/${id}`}
                {...session}
                patientName={patientName}
                zone={zone}
                format={formats[format]}
                signedAt={signedAt}
              />
            ))}
          </List>
        </Card>
      )}
      <Pager {...neighbours("/therapist/notes", {}, signed)} />
    </>
  );
}

const load = (actor: Actor, place: Place) =>
  read(actor, async (db) => ({
    drafts: await listDrafts(db, actor.personId),
    unwritten: await listUnwritten(db, actor.personId),
    signed: await listSignedByMe(db, actor.personId, place),
  }));

type LineProps = {
  href: string;
  patientName: string;
  kind: SessionKind;
  startsAt: Date;
  zone: string;
  state?: string;
  format?: string;
  signedAt?: Date | null;
};

function Line({ href, patientName, kind, startsAt, zone, state, format, signedAt }: LineProps) {
  return (
    <ListItem aside={state ? <Tag tone="gold">{state}</Tag> : <Tag>{format}</Tag>}>
      <Link href={href}>
        {patientName}, {kindWords(kind).toLowerCase()} of <Time at={startsAt} zone={zone} show="date" />
      </Link>
      {signedAt && (
        <p className="small soft">
          Signed <Time at={signedAt} zone={zone} />
        </p>
      )}
    </ListItem>
  );
}
