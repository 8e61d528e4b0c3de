import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, read } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { kinds, patientPageOf } from "@/lib/core/kinds";
import { neighbours, placeIn } from "@/lib/core/pages";
import { listThings, nameThings } from "@/lib/path/list/queries";
import { listDoseTimes } from "@/lib/path/queries";
import { pointWords, type Stretch, stretchesOf } from "@/lib/path/rules";
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
  const names = await nameThings(db, actor.personId, page.rows, actor.timeZone);
  const rows = page.rows.map((thing) => ({
    ...thing,
    ...(names.get(thing.id) ?? { title: kinds[thing.kind].words.title, what: "" }),
    href: patientPageOf(thing.kind, thing),
    own: kinds[thing.kind].timeline?.own,
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
