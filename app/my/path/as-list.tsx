import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import { scaleWords } from "@/lib/checkIns/rules";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, read } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { neighbours, placeIn } from "@/lib/core/pages";
import { listEntriesByIds } from "@/lib/journal/queries";
import { entryTitle, kindWords } from "@/lib/journal/rules";
import { listMediaByIds } from "@/lib/making/queries";
import { listThings, type Thing } from "@/lib/path/list/queries";
import { listDoseTimes } from "@/lib/path/queries";
import { hrefOf, type Kind, pointWords, type Stretch, stretchesOf } from "@/lib/path/rules";
import { listNames } from "@/lib/practices/queries";
import { type SessionKind, sessionTitle } from "@/lib/sessions/rules";
import type { Query } from "./then-now";

/** The path as a list, the newest first; of one stretch alone when the address names it. */
export async function AsList({ actor, query }: { actor: Actor; query: Query }) {
  const { page, stretch } = await read(actor, (db) => load(db, actor, query));
  const zone = actor.timeZone;
  const one = (value: Query[string]) => (typeof value === "string" ? value : undefined);
  const filters = { view: "list", part: stretch && one(query.part), dose: stretch && one(query.dose) };
  return (
    <>
      {stretch && (
        <p>
          {stretch.point ? pointWords(stretch.point) : "Before the first session"}.{" "}
          <Link href="/my/path?view=list">Show the whole path</Link>
        </p>
      )}
      {page.rows.length === 0 ? (
        <Empty title="Nothing lies here yet" text="What you write, practise and keep will." />
      ) : (
        <div className="card">
          <List label="What lies on your path">
            {page.rows.map((row) => (
              <ListItem key={row.id}>
                <Link href={row.href} className={row.own ? "words small" : undefined}>
                  {row.title}
                </Link>
                <span className="small soft block">
                  {row.what}, <Time at={row.at} zone={zone} />
                </span>
              </ListItem>
            ))}
          </List>
        </div>
      )}
      <Pager {...neighbours("/my/path", filters, page)} />
    </>
  );
}

async function load(db: Db, actor: Actor, query: Query) {
  const stretch = await stretchIn(db, actor, query);
  const from = typeof query.from === "string" && isId(query.from) ? query.from : undefined;
  const page = await listThings(db, actor.personId, { ...placeIn(query), from }, stretch);
  const titles = await titlesOf(db, actor, page.rows);
  const rows = page.rows.map((thing) => ({
    ...thing,
    ...(titles.get(thing.id) ?? plainTitle(thing)),
    href: hrefOf(thing),
    own: thing.kind === "entry" || thing.kind === "wording",
  }));
  return { stretch, page: { ...page, rows } };
}

async function stretchIn(db: Db, actor: Actor, { part, dose }: Query): Promise<Stretch | undefined> {
  if (!part) return undefined;
  const stretches = stretchesOf(await listDoseTimes(db, actor.personId), now());
  return stretches.find(({ doseId, point }) =>
    part === "before" ? doseId === null : point === part && doseId === dose,
  );
}

type Titled = { title: string; what: string };

/** The words of what is sealed or named elsewhere, for one page of the list. */
async function titlesOf(db: Db, actor: Actor, things: Thing[]): Promise<Map<string, Titled>> {
  const ids = (kind: Kind) => things.filter((thing) => thing.kind === kind).map(({ id }) => id);
  const practices = things.filter(({ kind }) => kind === "practice");
  const entries = await listEntriesByIds(db, ids("entry"));
  const media = await listMediaByIds(db, ids("media"));
  const nameOf = await listNames(
    db,
    actor.personId,
    practices.map(({ label }) => label),
  );
  return new Map<string, Titled>([
    ...entries.map((entry): [string, Titled] => [
      entry.id,
      { title: entryTitle(entry, actor.timeZone), what: kindWords(entry.kind) },
    ]),
    ...media.map(({ id, caption, alt, kind }): [string, Titled] => {
      const what = kind === "image" ? "Image" : "Sound";
      return [id, { title: caption || alt || `${what} without words`, what }];
    }),
    ...practices.map(({ id, label }): [string, Titled] => [id, { title: nameOf(label).title, what: "Practice" }]),
  ]);
}

function plainTitle({ kind, label, mood }: Thing): Titled {
  if (kind === "wording") return { title: label, what: "Intention" };
  if (kind === "session") return { title: sessionTitle({ kind: label as SessionKind }), what: "Session" };
  if (kind === "note") return { title: label ? `A note by ${label}` : "A session note", what: "Session note" };
  if (kind === "companionNote") return { title: `What ${label} wrote down`, what: "Companion’s note" };
  return { title: (mood && scaleWords.mood[mood - 1]) || "A check-in", what: "Check-in" };
}
