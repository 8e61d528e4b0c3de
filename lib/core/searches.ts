import "server-only";
import { cookies } from "next/headers";
import type { Actor } from "./actor";
import { searched } from "./pages";

const cookie = "__Host-search";

/** Keeps what somebody searches for among their own words for ten minutes, out of addresses, and so out of histories and logs. */
export async function keepSearch(actor: Actor, words: string): Promise<void> {
  (await cookies()).set(cookie, `${actor.personId} ${words}`, {
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    path: "/",
    maxAge: 600,
  });
}

/** What this person searched for last, where the address says `found=1`; empty when it says nothing, or it was another's. */
export async function searchIn(actor: Actor, query: Record<string, string | string[] | undefined>): Promise<string> {
  if (query.found !== "1") return "";
  const [personId, ...words] = ((await cookies()).get(cookie)?.value ?? "").split(" ");
  return personId === actor.personId ? searched.parse(words.join(" ")) : "";
}
