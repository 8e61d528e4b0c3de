import { type Heard, heard, reasonWords, silence } from "@/lib/core/answers";

/** What came back, and what the portal said in it. */
export type Answer = Heard & { body: Record<string, unknown> };

type Sending = {
  method?: "GET" | "POST" | "PUT";
  /** Whose page sends. */
  writer?: string;
  json?: object;
  bytes?: { body: BodyInit; type: string };
  /** Milliseconds. */
  patience?: number;
  /** The page is about to go: the browser carries it on, as far as it is short enough for that. */
  leaving?: boolean;
};

/** Asks the portal, or sends it something. Never throws: what did not come back as a whole is silence. */
export async function send(url: string, sending: Sending = {}): Promise<Answer> {
  const { method = "POST", writer, json, bytes, patience = 10_000, leaving = false } = sending;
  const body = json ? JSON.stringify(json) : bytes?.body;
  const type = json ? "application/json" : bytes?.type;
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: "application/json",
        ...(type && { "content-type": type }),
        ...(writer && { "x-writer": writer }),
      },
      body,
      cache: "no-store",
      redirect: "error",
      keepalive: leaving && typeof body === "string" && body.length < 20_000,
      signal: leaving ? undefined : AbortSignal.timeout(patience),
    });
    const answer = heard(response);
    return { ...answer, body: answer.isOwn ? readJson(await response.text()) : {} };
  } catch {
    return { ...silence, body: {} };
  }
}

function readJson(text: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(text) };
  } catch {
    return {};
  }
}

/** What an answer means for what was sent. Anything unforeseen, and all that is not the portal's, counts as the portal being away. */
export type Standing = "taken" | "away" | "signedOut" | "forbidden" | "gone" | "conflict" | "closed" | "refused";

const standings: Record<number, Standing> = {
  200: "taken",
  401: "signedOut",
  403: "forbidden",
  404: "gone",
  409: "conflict",
  413: "refused",
  422: "refused",
  423: "closed",
};

export function standingOf({ status, isOwn }: Heard): Standing {
  if (isOwn) return standings[status] ?? "away";
  return status === 413 ? "refused" : "away";
}

/** Why, where something on the way answered in the portal's place. */
export const whyOf = (answer: Heard): string | undefined =>
  answer.isOwn || answer.status === 0 ? undefined : reasonWords(answer);
