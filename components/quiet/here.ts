import type { Person } from "./device";

/** Who is signed in, with the people whom they could call. Never stored. */
export type Here = Person & { clinic: { name: string; phone: string } | null; companions: string[] };

/** Asks the portal who is here. Asking does not count as activity. */
export async function whoIsHere(): Promise<Here | "signedOut" | "away"> {
  try {
    const options = { cache: "no-store", redirect: "error", signal: AbortSignal.timeout(10_000) } as const;
    const response = await fetch("/api/fragments", options);
    if (response.ok) return await response.json();
    return response.status === 401 ? "signedOut" : "away";
  } catch {
    return "away";
  }
}
