import type { Role } from "@/prisma/generated/enums";
import { verbs as table } from "@/prisma/generated/verbs";
import type { VerbRow } from "./verb";

/**
 * A verb is what somebody may do: the audit entry, a row of the permission tests, and what decides whether a button shows.
 * Each stands in `lib/<noun>/verbs.ts`. To whom somebody stands in which relation is decided by the policies in the database.
 */
export type Verb = keyof typeof table;

/** Every verb of every noun. */
export const verbs: Record<Verb, VerbRow> = table;

export const may = (who: { role: Role }, verb: Verb): boolean => verbs[verb].roles.includes(who.role);
