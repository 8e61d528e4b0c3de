import { z } from "zod";

/** The building blocks of every `schema.ts`. Their messages say what to do. Text is trimmed, in NFC, and never holds a NUL. */
const clean = (text: string) => text.replaceAll("\r\n", "\n").normalize("NFC").trim();
const noNul = (text: string) => !text.includes("\u0000");

/** Text that must be there. `ask` is what to do, such as "Enter your intention". */
export const text = (ask: string, max = 2_000) =>
  z
    .string(ask)
    .transform(clean)
    .pipe(
      z
        .string()
        .min(1, ask)
        .max(max, `Use ${max} characters or fewer`)
        .refine(noNul, "Remove the characters that cannot be shown"),
    );

/** Text that may be empty. */
export const optionalText = (max = 2_000) =>
  z
    .string()
    .default("")
    .transform(clean)
    .pipe(
      z.string().max(max, `Use ${max} characters or fewer`).refine(noNul, "Remove the characters that cannot be shown"),
    );

export const id = (ask = "Choose one from the list") => z.uuid(ask);
export const isId = (text: string): boolean => id().safeParse(text).success;
export const version = z.coerce.number().int().positive();
export const checkbox = z.literal(["on", "true", "yes"]).optional().transform(Boolean);

/** Names that may come once, several times or not at all. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );

/** A date and time as the browser's input gives it, without a zone: `2026-11-21T14:00`. */
export const localDateTime = (ask: string) =>
  z
    .string(ask)
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, ask)
    .transform((value) => value.slice(0, 16))
    .refine(isOnTheCalendar, ask);

/** February has no 30th, and a day no 25th hour. */
function isOnTheCalendar(local: string): boolean {
  const at = new Date(`${local}:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(local);
}

export const email = z
  .string("Enter an e-mail address")
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email("Enter an e-mail address, like name@example.com").max(254));
