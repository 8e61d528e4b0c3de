import { z } from "zod";
import { id, text } from "@/lib/core/fields";

export const mostLetters = 1_000;

/** A short answer to one thing that a patient shares. */
export const answerInput = z.object({
  patientId: id(),
  subjectId: id(),
  text: text("Write a few words", mostLetters),
});

export type AnswerInput = z.output<typeof answerInput>;
