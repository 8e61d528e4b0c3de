import { z } from "zod";
import { id } from "@/lib/core/fields";
import { searched } from "@/lib/core/pages";

export const assignInput = z.object({
  patientId: id(),
  therapistId: id("Choose a therapist"),
  /** The last day, where it is known. */
  until: z.literal("").or(z.iso.date("Enter a date")).default(""),
});
export type AssignInput = z.infer<typeof assignInput>;

export const endPlaceInput = z.object({ placeId: id(), patientId: id() });

export const handOverInput = z.object({ patientId: id(), fromId: id(), toId: id("Choose a therapist") });
export type HandOverInput = z.infer<typeof handOverInput>;

export const careTeamFilter = z.object({
  q: searched,
  team: z.enum(["", "none"]).catch("").default(""),
});
export type CareTeamFilter = z.infer<typeof careTeamFilter>;
