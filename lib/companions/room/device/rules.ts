/** The longest line, in characters. */
export const longestLine = 1_000;
/** How many things a device sends at once. */
export const mostAtOnce = 50;

type Looks = { lastLookIn: number | null; begunAt: number; minutes: number };

/** When the next reminder to look in is due, in milliseconds: an interval after the last look, or after the session's beginning. */
export const lookInDue = ({ lastLookIn, begunAt, minutes }: Looks): number =>
  Math.max(lastLookIn ?? begunAt, begunAt) + minutes * 60_000;

/** By how many milliseconds a portal's clock is ahead of a device's, from one question and its answer. */
export const clockOffset = (askedAt: number, answeredAt: number, portalAt: number): number =>
  Math.round(portalAt - (askedAt + answeredAt) / 2);

/** Since when, in whole minutes: "31 minutes", "1 hour 4 minutes". */
export function lastingWords(from: number, at: number): string {
  const minutes = Math.max(Math.floor((at - from) / 60_000), 0);
  const parts = [
    [Math.floor(minutes / 60), "hour"],
    [minutes % 60, "minute"],
  ] as const;
  const said = parts.filter(([count], index) => count > 0 || (index === 1 && minutes < 60));
  return said.map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ");
}
