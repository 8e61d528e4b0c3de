import "server-only";
import type { Actor } from "./actor";
import { giveCookie, readCookie } from "./jar";
import { searched } from "./pages";

/** Keeps what somebody searches for among their own words for ten minutes, out of addresses, and so out of histories and logs. */
export async function keepSearch(actor: Actor, words: string): Promise<void> {
  await giveCookie("search", `${actor.personId} ${words}`, 600);
}

/** What this person searched for last, where the address says `found=1`; empty when it says nothing, or it was another's. */
export async function searchIn(actor: Actor, query: Record<string, string | string[] | undefined>): Promise<string> {
  if (query.found !== "1") return "";
  const [personId, ...words] = ((await readCookie("search")) ?? "").split(" ");
  return personId === actor.personId ? searched.parse(words.join(" ")) : "";
}
