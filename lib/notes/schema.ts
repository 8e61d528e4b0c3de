import { z } from "zod";
import { id, optionalText, text } from "@/lib/core/fields";
import { exceptionKeys, type NoteFormat, readSections, type SectionKey, sectionKeys } from "./rules";

const sectionFields = Object.fromEntries(sectionKeys.map((key) => [key, optionalText(20_000)])) as Record<
  SectionKey,
  ReturnType<typeof optionalText>
>;

/** Version 0 stands for a note that does not exist yet. */
export const baseVersion = z.coerce.number().int().min(0);

const formatField = z.enum(
  ["kapIntegration", "soap", "dap", "birp"] satisfies NoteFormat[],
  "Choose a format from the list",
);

const draftFields = z.object({ sessionId: id(), version: baseVersion, format: formatField, ...sectionFields });
type DraftFields = z.output<typeof draftFields>;

const gather = ({ sessionId, version, format, ...sections }: DraftFields) => ({
  sessionId,
  version,
  format,
  sections: readSections(sections),
});

export const draftInput = draftFields.transform(gather);

/** The editor's form: its buttons say whether to stay or to go on to signing. */
export const noteForm = draftFields
  .extend({ intent: z.enum(["draft", "review"]).catch("draft") })
  .transform(({ intent, ...draft }) => ({ intent, ...gather(draft) }));

const withheld = {
  exception: z.enum(exceptionKeys, "Choose why it is withheld"),
  words: text("Say in a few words why", 1_000),
};

const releaseChoice = z.discriminatedUnion("release", [
  z.object({ release: z.literal("clinic") }),
  z.object({ release: z.literal("withhold"), ...withheld }),
]);

/** `version` is the one that was read before signing; `clinic` leaves the release to the clinic's setting. */
export const signInput = z
  .object({ noteId: id(), version: baseVersion, password: z.string().max(1_000).default("") })
  .and(releaseChoice);

export const addendumInput = z.object({ noteId: id(), text: text("Write what is to be added", 20_000) });
export const releaseInput = z.object({ noteId: id() });
export const withholdInput = z.object({ noteId: id(), ...withheld });

export type DraftInput = z.output<typeof draftInput>;
export type SignInput = z.output<typeof signInput>;
export type ReleaseInput = z.output<typeof releaseInput>;
export type AddendumInput = z.output<typeof addendumInput>;
export type WithholdInput = z.output<typeof withholdInput>;
