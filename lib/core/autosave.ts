import "server-only";
import { z } from "zod";
import { requireSameOrigin } from "./action";
import { type Actor, findActor, type Role } from "./actor";
import { DomainError } from "./errors";
import { fault } from "./log";

/** What a save answers with: the version that the next one builds on. */
export type Saved = { version: number; savedAt: Date };

type Context = { params: Promise<Record<string, string>> };

/** `writer` is the person whose page sends: whoever signs in meanwhile in another tab does not become the author. */
const envelope = z.object({
  writer: z.uuid(),
  version: z.number().int().min(0),
  fields: z.record(
    z.string(),
    z.array(z.string()).transform((values) => (values.length === 1 ? values[0] : values)),
  ),
});

const mostBytes = 200_000;

/**
 * The only way to make a route that an editor saves to by itself: checks where the request comes from, who acts, its size and its
 * input, and does not count as activity. Names from the path count as fields. 409 carries the other text, 401 asks to sign in again;
 * 403, 404 and 423 say that nothing can be saved here.
 */
export function defineAutosave<S extends z.ZodType>(
  schema: S,
  save: (actor: Actor, input: z.output<S>) => Promise<Saved>,
  ...roles: Role[]
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    try {
      await requireSameOrigin();
      const actor = await findActor();
      if (!actor) return answer(401, { message: "You are signed out." });
      const body = await readBody(request);
      if (body === null) return answer(413, { message: "This text is too long to save. Shorten it." });
      const { writer, version, fields } = envelope.parse(JSON.parse(body));
      if (writer !== actor.personId) return answer(401, { message: "Somebody else is signed in." });
      if (!roles.includes(actor.role)) return answer(404, {});
      const parsed = schema.safeParse({ ...fields, version, ...(await params) });
      if (!parsed.success) return answer(422, { message: parsed.error.issues[0]?.message });
      return answer(200, await save(actor, parsed.data));
    } catch (error) {
      return refusal(error);
    }
  };
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

const statusOf = { refused: 403, "not-found": 404, invalid: 422, conflict: 423 };

function refusal(error: unknown): Response {
  if (error instanceof SyntaxError || error instanceof z.ZodError) return answer(400, {});
  if (!(error instanceof DomainError)) return answer(500, { fault: fault(error) });
  const { code, message, detail } = error;
  if (detail.current) return answer(409, { message, current: detail.current });
  return answer(statusOf[code], { message });
}

/** Null when there is more than a draft can be; the rest is then not read. */
async function readBody(request: Request): Promise<string | null> {
  const reader = request.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > mostBytes) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString("utf8");
}
