import { now } from "@/lib/core/clock";
import { type Db, joinSql, sql } from "@/lib/core/db";
import { cutPage, type Page, type Place, pageSize } from "@/lib/core/pages";
import { day, expiringDays, type GrantDates, usedAfterMinutes } from "./rules";
import type { DatesFilter } from "./schema";

/** For the admin: that there is access of companions, and its dates, the newest first. For everybody else the list is empty. */
export async function listGrantDates(db: Db, filter: DatesFilter, place: Place): Promise<Page<GrantDates>> {
  const order = place.before ? sql`"createdAt", "id"` : sql`"createdAt" desc, "id" desc`;
  const rows = await db.$queryRaw<GrantDates[]>`
    with g as (select * from grant_dates())
    select * from g where ${joinSql([beyond(place), standing(filter)], " and ")}
    order by ${order} limit ${pageSize + 1}`;
  return cutPage(rows, place);
}

function beyond({ after, before }: Place) {
  const edge = before ?? after;
  if (!edge) return sql`true`;
  return sql`("createdAt", "id") ${before ? sql`>` : sql`<`} (select e."createdAt", e."id" from g e where e."id" = ${edge}::uuid)`;
}

/** The same as `datesState` and `isUnused`, so that a page of the list is full. */
function standing({ state }: DatesFilter) {
  const at = now();
  const ended = sql`("endedAt" is not null or "suspended" or coalesce("until" <= ${at}, false))`;
  if (state === "ended") return ended;
  if (state === "live") return sql`not ${ended} and "acceptedAt" is not null`;
  if (state === "expiring") {
    return sql`not ${ended} and "acceptedAt" is not null and "until" <= ${new Date(at.getTime() + expiringDays * day)}`;
  }
  if (state === "unused") {
    const used = sql`coalesce("lastUsedAt" >= "acceptedAt" + make_interval(mins => ${usedAfterMinutes}::int), false)`;
    return sql`not ${ended} and not ${used}`;
  }
  return sql`true`;
}
