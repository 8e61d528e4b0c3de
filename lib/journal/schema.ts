import { z } from "zod";
import { checkbox, id, optionalText } from "@/lib/core/fields";
import { EntryKind } from "@/prisma/generated/enums";
import { moodField, mostCharacters, tooLong } from "./limits/rules";
import { isPrompt } from "./prompts/rules";
import { inOrder, isColour, moodWords } from "./rules";

const pageText = z
  .string()
  .default("")
  .transform((text) => text.replaceAll("\r\n", "\n").normalize("NFC").trim())
  .pipe(
    z
      .string()
      .max(mostCharacters, tooLong)
      .refine((text) => !text.includes("\u0000"), "Remove the characters that cannot be shown"),
  );

const moodFields = Object.fromEntries(moodWords.map((word) => [moodField(word), z.string().max(40).optional()]));

const fields = z.object({
  entryId: id(),
  /** 0 for a page that does not exist yet. */
  version: z.coerce.number().int().min(0),
  kind: z.enum(EntryKind, "Choose a kind from the list"),
  prompt: z
    .string()
    .default("")
    .transform((key) => (isPrompt(key) ? key : "")),
  colour: z
    .string()
    .default("")
    .transform((key) => (isColour(key) ? key : "")),
  title: optionalText(200),
  text: pageText,
  ownMoods: optionalText(120),
  /** A voice belongs to it, so that it may stand without words. */
  spoken: checkbox,
  ...moodFields,
});

/** What the editor sends, as the commands take it. */
export const entryInput = fields.transform(
  ({ entryId, version, kind, prompt, colour, title, text, spoken, ...rest }) => {
    const named = rest as Record<string, string | undefined>;
    const known = moodWords.filter((word) => named[moodField(word)]);
    const own = (named.ownMoods ?? "").split(",").map((word) => word.trim());
    return {
      entryId,
      version,
      kind,
      prompt,
      colour,
      title,
      text,
      spoken,
      moods: inOrder([...known, ...own]).slice(0, 30),
    };
  },
);

export const entryIdInput = z.object({ entryId: id() });

export const versionInput = z.object({
  entryId: id(),
  number: z.coerce.number().int().min(1),
  version: z.coerce.number().int().min(1),
});

export const sealInput = z.object({
  entryId: id(),
  day: z.string("Choose the day").pipe(z.iso.date("Choose the day on which it opens")),
});

/** What the journal's address asks for. */
export const journalQuery = z.object({
  kind: z.enum(EntryKind).optional().catch(undefined),
});

export type EntryInput = z.output<typeof entryInput>;
export type SealInput = z.output<typeof sealInput>;
