import { z } from "zod";
import { longestLine, mostAtOnce } from "@/lib/companions/room/device/rules";
import { id } from "@/lib/core/fields";

const words = z
  .string()
  .transform((said) => said.replaceAll("\u0000", "").normalize("NFC").trim().slice(0, longestLine));

/** What a companion's device still held when their access ended. */
export const deliverInput = z.object({
  sessionId: id(),
  lines: z
    .array(z.object({ id: id(), at: z.iso.datetime().transform((value) => new Date(value)), text: words }))
    .min(1)
    .max(Math.max(200, mostAtOnce)),
});
export type DeliverInput = z.output<typeof deliverInput>;

/** What arrived of one companion and one session. */
export const openDrawerInput = z.object({ grantId: id(), sessionId: id() });
export type OpenDrawerInput = z.output<typeof openDrawerInput>;
