import { z } from "zod";
import { id, list, optionalText } from "@/lib/core/fields";
import { NervousState } from "@/prisma/generated/enums";
import { placeOf, sensationWords } from "./rules";

export const stateInput = z.object({ state: z.enum(NervousState, "Choose one of the three") });

/** A place from the picture or, which then counts, from the list; and what it is like there, in offered words, own words or both. */
export const sensationInput = z
  .object({
    place: z.string().max(40).default(""),
    listed: z.string().max(40).default(""),
    offered: list(z.enum(sensationWords)),
    words: optionalText(300),
  })
  .transform(({ place, listed, offered, words }, context) => {
    const found = placeOf(listed || place);
    const text = [...offered, words].filter(Boolean).join(", ");
    const ask = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!found) ask("place", "Choose a place on the picture or from the list");
    if (!text) ask("offered", "Choose a word, or write your own");
    return found && text ? { ...found, text } : z.NEVER;
  });

export const sensationIdInput = z.object({ sensationId: id() });

export type StateInput = z.output<typeof stateInput>;
export type SensationInput = z.output<typeof sensationInput>;
