import { z } from "zod";
import { isTimeZone } from "@/lib/core/clock";
import { optionalText, text } from "@/lib/core/fields";
import { newPassword, typedPassword } from "../passwords/schema";

export const timeZone = z.string("Choose a time zone").refine(isTimeZone, "Choose a time zone from the list");

const token = z.string().max(100);
/** A companion says so by ticking a box; for others it is not asked. */
const confidential = z.literal("on").optional();

export const acceptNewInput = z.object({
  token,
  name: text("Enter what to call you", 80),
  pronouns: optionalText(40),
  timeZone,
  newPassword,
  confidential,
});
export const acceptKnownInput = z.object({ token, password: typedPassword, confidential });

export type AcceptNewInput = z.output<typeof acceptNewInput>;
export type AcceptKnownInput = z.output<typeof acceptKnownInput>;
