import { z } from "zod";
import { email, id, optionalText, text } from "@/lib/core/fields";
import { givenRole } from "../people/schema";

export const inviteInput = z.object({
  role: givenRole,
  name: text("Enter a name", 120),
  email,
  credentials: optionalText(120),
  therapistId: id().or(z.literal("")).default(""),
});
export type InviteInput = z.infer<typeof inviteInput>;
