import { z } from "zod";
import { id } from "@/lib/core/fields";
import { longestLine, mostAtOnce } from "./device/rules";

const at = z.iso.datetime().transform((value) => new Date(value));

/** Nothing that was said is turned away: what cannot be stored is left out of it. */
const words = z
  .string()
  .transform((said) =>
    said.replaceAll("\u0000", "").replaceAll("\r\n", "\n").normalize("NFC").trim().slice(0, longestLine),
  );

/** What a device kept in the room, in the order in which it was kept, as often as it takes. `at` is when it happened. */
export const batchInput = z.object({
  sessionId: id(),
  items: z
    .array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("line"), id: id(), at, text: words }),
        z.object({ kind: z.literal("lookIn"), id: id(), at }),
        z.object({ kind: z.literal("call"), id: id(), at }),
      ]),
    )
    .min(1)
    .max(mostAtOnce),
});
/** Which room is followed. */
export const followInput = z.object({ sessionId: id() });
export type Kept = z.output<typeof batchInput>["items"][number];
export type KeptLine = Extract<Kept, { kind: "line" }>;
