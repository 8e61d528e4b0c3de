type Letter = { sentAt: Date | null };

/** Where a letter is. Without a mail server it stays where it is, to be read here. */
export function letterState(
  { sentAt }: Letter,
  hasServer: boolean,
): { words: string; tone: "calm" | "gold" | "plain" } {
  if (sentAt) return { words: "Sent", tone: "calm" };
  return hasServer ? { words: "On its way", tone: "gold" } : { words: "Kept here", tone: "plain" };
}
