import { z } from "zod";
import { email, optionalText, text } from "@/lib/core/fields";
import { timeZone } from "../invitations/schema";
import { newPassword } from "../passwords/schema";

const code = text("Enter the code that the start command printed", 40);

export const setupInput = z.object({
  code,
  clinicName: text("Enter the clinic's name", 120),
  timeZone,
  name: text("Enter your name", 80),
  email,
  newPassword,
});
export type SetupInput = z.output<typeof setupInput>;

export const demonstrationInput = z.object({ code: optionalText(40) });
