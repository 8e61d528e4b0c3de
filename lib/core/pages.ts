import { z } from "zod";

/** Where a page of a list begins: after or before the row with that id. Names and times stay out of addresses. */
export type Place = { after?: string; before?: string };
export type Page<Row> = { rows: Row[]; before?: string; after?: string };

export const pageSize = 25;

type Query = Record<string, string | string[] | undefined>;
const rowId = z.uuid().optional().catch(undefined);

/** What somebody searches for, in an address; what cannot be searched for is left out. */
export const searched = z
  .string()
  .trim()
  .max(100)
  .refine((text) => !text.includes("\u0000"))
  .catch("")
  .default("");

/** The place that an address names; what is no id is left out. */
export const placeIn = (query: Query): Place => ({
  after: rowId.parse(query.after),
  before: rowId.parse(query.before),
});

/** Cuts a page out of rows that were asked for in the direction of the place, one more than fit. Backwards they come reversed. */
export function cutPage<Row extends { id: string }>(asked: Row[], place: Place, size = pageSize): Page<Row> {
  const more = asked.length > size;
  const kept = asked.slice(0, size);
  const rows = place.before ? kept.reverse() : kept;
  const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
  return place.before
    ? { rows, before: more ? first : undefined, after: last }
    : { rows, before: place.after ? first : undefined, after: more ? last : undefined };
}

type Time = "at" | "createdAt";

/** What Prisma needs for a list by time with the newest first: the rows beyond the one at the place. */
export function olderFirst(time: Time, place: Place, from: { at: Date; id: string } | null) {
  const [beyond, direction] = place.before ? (["gt", "asc"] as const) : (["lt", "desc"] as const);
  const where = from && {
    [time]: { [`${beyond}e`]: from.at },
    OR: [{ [time]: { [beyond]: from.at } }, { id: { [beyond]: from.id } }],
  };
  return { where: where ?? {}, orderBy: [{ [time]: direction }, { id: direction }] };
}

/** An address with its filters; what is empty is left out. */
export function addressOf(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

/** The links to the neighbouring pages of a list. */
export const neighbours = (path: string, filters: Record<string, string | undefined>, page: Page<unknown>) => ({
  newer: page.before && addressOf(path, { ...filters, before: page.before }),
  older: page.after && addressOf(path, { ...filters, after: page.after }),
});
