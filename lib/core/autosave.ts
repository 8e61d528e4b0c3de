import "server-only";
import { z } from "zod";
import type { Actor } from "./actor";
import type { Verb } from "./permissions";
import { defineRoute } from "./route";

/** What a save returns: the version that the next one builds on. */
export type Saved = { version: number; savedAt: Date };

const values = z.array(z.string()).transform((all) => (all.length === 1 ? all[0] : all));

const mostBytes = 200_000;

/**
 * A route that an editor saves to by itself: takes `{ version, fields }`, each field a list of values as a form has them, and names from
 * the path as fields too.
 */
export function defineAutosave<S extends z.ZodType>(
  verb: Verb,
  schema: S,
  save: (actor: Actor, input: z.output<S>) => Promise<Saved>,
) {
  const envelope = z
    .looseObject({ version: z.number().int().min(0), fields: z.record(z.string(), values) })
    .transform(({ fields, ...named }): unknown => ({ ...fields, ...named }))
    .pipe(schema);
  return defineRoute(verb, envelope, (actor, input) => save(actor, input), { json: mostBytes, writer: true });
}
