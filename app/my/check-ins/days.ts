import { dateOf } from "@/lib/checkIns/queries";
import { formatDay } from "@/lib/core/clock";

const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** A calendar day as "19 Nov". */
export const shortDay = (day: string): string => short.format(dateOf(day));

/** A calendar day as "Thursday 19 November". */
export const longDay = (day: string): string => formatDay(dateOf(day), "UTC");
