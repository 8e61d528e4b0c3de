import { z } from "zod";

/** The two shapes in which a book can be taken. */
export const bookFile = z.enum(["pdf", "zip"]);
export type BookFile = z.output<typeof bookFile>;

/** Asking for a book carries nothing but the form's key. */
export const askInput = z.object({});
