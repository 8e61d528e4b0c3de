import { z } from "zod";
import { id } from "@/lib/core/fields";

/** The two shapes in which a book can be taken. */
const bookFile = z.enum(["pdf", "zip"]);
export type BookFile = z.output<typeof bookFile>;

export const bookInput = z.object({ bookId: id() });
export const bookFileInput = bookInput.extend({ file: bookFile });

/** Asking for a book carries nothing but the form's key. */
export const askInput = z.object({});
