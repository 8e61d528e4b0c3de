import { z } from "zod";

/** Which of companions' access the admin looks at, from the address. */
export const datesFilter = z.object({
  state: z.enum(["", "live", "expiring", "unused", "ended"]).catch("").default(""),
});
export type DatesFilter = z.output<typeof datesFilter>;
