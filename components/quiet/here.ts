import { heard, reasonWords } from "@/lib/core/answers";
import type { Outcome, Person } from "./device";

/** Who is signed in, with the people whom they could call. Never stored. */
export type Here = Person & { clinic: { name: string; phone: string } | null; companions: string[] };

/** Asks the portal who is here. Asking does not count as activity. */
export async function whoIsHere(): Promise<Here | Outcome> {
  try {
    const options = { cache: "no-store", redirect: "error", signal: AbortSignal.timeout(10_000) } as const;
    const response = await fetch("/api/fragments", options);
    const answer = heard(response);
    if (!answer.isOwn) return { standing: "away", why: reasonWords(answer) };
    if (response.ok) return await response.json();
    return { standing: [401, 404].includes(answer.status) ? "signedOut" : "away" };
  } catch {
    return { standing: "away" };
  }
}
