import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type Actor, requireActor } from "./actor";
import { env } from "./env";
import { DomainError } from "./errors";
import type { FormState } from "./form-state";
import { giveCookie } from "./jar";
import type { Who } from "./who";

type Handler<I, A> = (actor: A, input: I) => Promise<string | void>;
type ServerAction = (state: FormState, formData: FormData) => Promise<FormState>;

/**
 * The only way to make a server action: checks where the request comes from, who acts and may do this, and the input; turns refusals into
 * form state with what was typed. The string that the handler returns is the success message. Other errors are faults and go on.
 */
export function defineAction<S extends z.ZodType>(
  who: Who,
  schema: S,
  handler: Handler<z.output<S>, Actor>,
): ServerAction {
  return run(schema, async (input, formKey) => handler({ ...(await requireActor(who)), formKey }, input));
}

/** An action before sign-in: signing in, accepting an invitation, resetting a password, setting up. */
export function defineOpenAction<S extends z.ZodType>(
  schema: S,
  handler: (input: z.output<S>) => Promise<string | void>,
): ServerAction {
  return run(schema, handler);
}

/** Leads to another page of the portal, which shows the notice. */
export async function goTo(path: string, notice?: string): Promise<never> {
  if (notice) await giveNotice(notice);
  redirect(path);
}

/** What the next page shows. Never holds anything about health. */
export const giveNotice = (notice: string): Promise<void> => giveCookie("notice", notice, 8);

function run<S extends z.ZodType>(
  schema: S,
  work: (input: z.output<S>, formKey?: string) => Promise<string | void>,
): ServerAction {
  return async (_state, formData) => {
    const raw = rawValues(formData);
    const values = typedValues(raw);
    const elsewhere = await findElsewhere();
    if (elsewhere) return { status: "rejected", message: `${elsewhere} ${staysHere}`, errors: {}, values };
    await requireSameOrigin();
    const parsed = schema.safeParse(raw);
    if (!parsed.success) return { status: "rejected", errors: fieldErrors(parsed.error), values };
    try {
      const message = await work(parsed.data, formKeyOf(formData));
      return { status: "done", message: message ?? "Saved" };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { field, current } = error.detail;
      return field
        ? { status: "rejected", errors: { [field]: error.message }, values, current }
        : { status: "rejected", message: error.message, errors: {}, values, current };
    }
  };
}

/** A server action accepts requests without an Origin header, so the portal looks for itself. */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers();
  const from = originIn(sent);
  if (from === env().APP_ORIGIN || (!from && sent.get("sec-fetch-site") === "same-origin")) return;
  throw new DomainError("refused", (await findElsewhere()) ?? "This request did not come from the portal.");
}

/** What to say to somebody whose page is the portal's, at another address than its own (scripts/lib/doorway.ts). */
async function findElsewhere(): Promise<string | undefined> {
  const sent = await headers();
  const from = originIn(sent);
  if (!from || from === env().APP_ORIGIN || !URL.canParse(from)) return undefined;
  if (new URL(from).host !== sent.get("x-forwarded-host")) return undefined;
  return `This page is open at another address than the portal's own, so nothing can be kept from here. Open ${env().APP_ORIGIN} instead.`;
}

const staysHere = "What you typed is still on this page, to copy.";

/** A page that sends no referrer sends no origin with its forms either. */
const originIn = (sent: Pick<Headers, "get">) => sent.get("origin")?.replace(/^null$/, "") || undefined;

type Raw = Record<string, string | string[]>;

function rawValues(formData: FormData): Raw {
  const raw: Raw = {};
  for (const name of new Set(formData.keys())) {
    if (name.startsWith("$") || name === "formKey") continue;
    const all = formData.getAll(name).map((value) => (typeof value === "string" ? value : ""));
    raw[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return raw;
}

/** What goes back to the form after a refusal. Passwords never do. */
const typedValues = (raw: Raw) =>
  Object.fromEntries(
    Object.entries(raw)
      .filter(([name]) => !/password/i.test(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value]),
  );

function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? "")] ??= issue.message;
  return errors;
}

function formKeyOf(formData: FormData): string | undefined {
  const key = formData.get("formKey");
  return typeof key === "string" && /^[0-9a-f-]{36}$/i.test(key) ? key : undefined;
}
