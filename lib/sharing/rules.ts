import type { ShareAudience } from "@/prisma/generated/enums";

/** Somebody besides the patient who may read an entry. */
export type Reader = { audience: ShareAudience; companionId: string | null; companionName: string | null };

/** Who sees an entry, as its tag says it: "Only you", "You and your care team", "You, your care team and Sam". */
export function audienceWords(readers: Reader[]): string {
  const others = readers.map(readerWords).sort(careTeamFirst);
  if (others.length === 0) return "Only you";
  const last = others.at(-1);
  return `${["You", ...others.slice(0, -1)].join(", ")} and ${last}`;
}

/** "your care team" or the companion's name. */
export const readerWords = (reader: Reader): string =>
  reader.audience === "careTeam" ? "your care team" : (reader.companionName ?? "your companion");

const careTeamFirst = (a: string, b: string) =>
  Number(b === "your care team") - Number(a === "your care team") || a.localeCompare(b);
