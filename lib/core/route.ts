import "server-only";
import type { z } from "zod";
import { requireSameOrigin } from "./action";
import { type Actor, findActor, signInPath } from "./actor";
import { DatabaseFault, DomainError } from "./errors";
import { fault } from "./log";
import { isVerb, mayEnter, type Who } from "./who";

type Path = Record<string, string>;
type Context = { params: Promise<Path> };
type Handler<I> = (actor: Actor, input: I, request: Request) => Promise<object>;
type Options = {
  /** A body in JSON is read, of at most so many bytes. */
  json?: number;
  /** The sender must say whose page it is: whoever signs in meanwhile in another tab does not become the author. */
  writer?: boolean;
};

/**
 * The only way to make a route handler that asks who acts: checks where the request comes from, the actor, whose page sends, who may
 * enter, and the input, which is what address, path and body name together. Does not count as activity. The handler returns what is told
 * in JSON, or a whole response; refusals become a status and `{ message }`.
 */
export function defineRoute<S extends z.ZodType>(
  who: Who,
  input: S,
  handler: Handler<z.output<S>>,
  { json, writer }: Options = {},
) {
  return defineOpenRoute(async (request, path) => {
    if (request.method !== "GET" || isVerb(who)) await requireSameOrigin();
    const actor = await findActor();
    if (!actor) throw new DomainError("signed-out", "You are signed out. Sign in again, and send this once more.");
    const asked = { ...queryOf(request), ...(json && readJson(await receive(request, json))) };
    requireWriter(actor, request.headers.get("x-writer") ?? asked.writer, writer);
    if (!mayEnter(actor, who)) throw new DomainError("not-found", gone);
    const result = await handler(actor, understood(input, asked, path), request);
    return result instanceof Response ? result : answer(200, result);
  });
}

/** A route handler before sign-in. It sees to its own guard. */
export function defineOpenRoute(handler: (request: Request, path: Path) => Promise<Response>) {
  return async (request: Request, context?: Context): Promise<Response> => {
    try {
      return await handler(request, (await context?.params) ?? {});
    } catch (error) {
      return refusal(error, request);
    }
  };
}

/**
 * The bytes of a request, read no further than allowed.
 * @throws DomainError `too-large` when it says that it carries more, or does.
 */
export async function receive(request: Request, most: number, tooLarge = usual): Promise<Buffer> {
  const refused = new DomainError("too-large", tooLarge);
  if (Number(request.headers.get("content-length") ?? 0) > most) throw refused;
  const reader = request.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      throw refused;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

const usual = "This text is too long to save. Shorten it.";
const gone = "This is not here, or no longer.";
const unreadable = "This could not be understood. Go back, and try it once more.";

const queryOf = (request: Request): Record<string, unknown> => Object.fromEntries(new URL(request.url).searchParams);

function readJson(body: Buffer): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(body.toString("utf8"));
    if (read && typeof read === "object") return { ...read };
  } catch {
    // Refused below, in words.
  }
  throw new DomainError("invalid", unreadable);
}

function requireWriter(actor: Actor, named: unknown, isAsked = false) {
  if (named === actor.personId || (named === undefined && !isAsked)) return;
  throw new DomainError("signed-out", "Somebody else is signed in on this device.");
}

/** A path that names nothing is not found; everything else is told as it stands in the schema. */
function understood<S extends z.ZodType>(input: S, asked: object, path: Path): z.output<S> {
  const parsed = input.safeParse({ ...asked, ...path });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (String(issue?.path[0]) in path) throw new DomainError("not-found", gone);
  throw new DomainError("invalid", issue?.message ?? unreadable);
}

/** The one shape of every refusal. */
type Refused = { message: string; fault?: string; current?: Record<string, string> };

/** 409 carries the text that stands meanwhile, as `current`; 423 says that nothing more is taken here. */
const statusOf = {
  "signed-out": 401,
  refused: 403,
  "not-found": 404,
  "too-large": 413,
  invalid: 422,
  conflict: 423,
};

async function refusal(error: unknown, request: Request): Promise<Response> {
  // Somebody followed a link, and reads the answer.
  const isRead = request.headers.get("accept")?.includes("text/html") ?? false;
  if (!(error instanceof DomainError)) {
    const id = fault(error);
    const message = `This could not be done just now. If it happens again, tell us this number: ${id}.`;
    return told(error instanceof DatabaseFault ? 503 : 500, { message, fault: id }, isRead);
  }
  const { code, message, detail } = error;
  if (isRead && code === "signed-out") return leadTo(await signInPath());
  return told(detail.current ? 409 : statusOf[code], { message, current: detail.current }, isRead);
}

const told = (status: number, body: Refused, isRead: boolean) =>
  isRead ? new Response(body.message, { status, headers: unkept }) : answer(status, body);

const answer = (status: number, body: object) => Response.json(body, { status, headers: unkept });

/** Leads a browser on after a form. */
export const leadTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...unkept, location } });

const unkept = { "Cache-Control": "no-store" };
