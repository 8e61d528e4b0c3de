import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import type { Export, Thing } from "@/lib/core/kind";
import { type Kinds, kindNames, kinds } from "@/lib/core/kinds";

type Taken<Export> = Export extends { take: (...given: never[]) => Promise<{ found: infer Found }> } ? Found : never;
type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Every) => void
  ? Every
  : never;

/** Everything of one's own by what each kind calls it, without the bytes of pictures and sounds. `things` are told by their kinds. */
export type Contents = { name: string; clinic: string; zone: string; boundAt: Date; things: Thing[] } & All<
  Taken<Kinds[keyof Kinds]["export"]>
>;

export type BookSession = Contents["sessions"][number];
export type BookEntry = Contents["entries"][number];
export type BookMedia = Contents["media"][number];

/** Everything of one state of the record after another, in batches; never all of it in one transaction. `tell` hears the share that is done. */
export async function gather(actor: Actor, tell: (share: number) => Promise<void>): Promise<Contents> {
  const found = new Map<string, unknown[]>();
  for (const [at, name] of kindNames.entries()) {
    await takeAll(actor, kinds[name].export, found);
    await tell((at + 1) / kindNames.length);
  }
  const { name, clinicName: clinic, timeZone: zone } = actor;
  const contents = {
    name,
    clinic,
    zone,
    boundAt: now(),
    things: [],
    ...Object.fromEntries(found),
  } as unknown as Contents;
  const things = kindNames.flatMap((one) => thingsOf(kinds[one].export, contents));
  const byTime = (a: { at: Date }, b: { at: Date }) => a.at.getTime() - b.at.getTime();
  return { ...contents, things, entries: contents.entries.sort(byTime), media: contents.media.sort(byTime) };
}

async function takeAll(actor: Actor, how: Export, found: Map<string, unknown[]>) {
  if (!("take" in how)) return;
  let after: string | undefined;
  do {
    const taken = await read(actor, (db) => how.take(db, actor.personId, after));
    for (const [called, rows] of Object.entries(taken.found))
      found.set(called, [...(found.get(called) ?? []), ...rows]);
    after = taken.last;
  } while (after);
}

const thingsOf = (how: Export, contents: Contents): Thing[] =>
  "tell" in how && how.tell ? how.tell(contents as never) : [];
