import { z } from "zod";
import { email } from "@/lib/core/fields";

export const shortest = 15;
const longest = 500;

/** A password as somebody types it to sign in. Never trimmed; NFC, so that it is the same from every keyboard. */
export const typedPassword = z
  .string("Enter your password")
  .min(1, "Enter your password")
  .max(longest, `Use ${longest} characters or fewer`)
  .transform((value) => value.normalize("NFC"));

/** A password as somebody chooses it. Any characters, no rules of composition. */
export const newPassword = z
  .string("Choose a password")
  .max(longest, `Use ${longest} characters or fewer`)
  .transform((value) => value.normalize("NFC"))
  .refine((value) => [...value].length >= shortest, `Use ${shortest} characters or more, such as four or five words`);

export const resetRequestInput = z.object({ email });
export const resetInput = z.object({ token: z.string().max(100), newPassword });
export const passwordChangeInput = z.object({ password: typedPassword, newPassword });
