import { z } from "zod";
import { optionalText, text, version } from "@/lib/core/fields";
import { timeZone } from "../invitations/schema";

export const profileInput = z.object({
  version,
  name: text("Enter what to call you", 120),
  fullName: optionalText(200),
  pronouns: optionalText(40),
  timeZone,
});
export type ProfileInput = z.output<typeof profileInput>;
