import { type Heard, heard, reasonWords, silence } from "@/lib/core/answers";

export type Answer = Heard & {
  version?: number;
  savedAt?: string;
  message?: string;
  current?: Record<string, string>;
};

/** Sends one text. When the page is about to go, the browser carries it on (`leaving`), as far as it is short enough for that. */
export async function put(url: string, writer: string, body: string, leaving: boolean): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "PUT",
      headers: { "content-type": "application/json", "x-writer": writer },
      body,
      cache: "no-store",
      redirect: "error",
      keepalive: leaving && body.length < 20_000,
      signal: leaving ? undefined : AbortSignal.timeout(10_000),
    });
    const answer = heard(response);
    return answer.isOwn ? { ...(await response.json()), ...answer } : { ...answer, message: reasonWords(answer) };
  } catch {
    return silence;
  }
}
