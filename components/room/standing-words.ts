import type { Reach } from "@/client/room/state";
import { offlineWords } from "@/lib/companions/words/room/rules";

/** The one line that says where the words are. Nothing, while all is well. `why`: what something on the way answered in the portal's place. */
export function standingWords(waiting: number, reach: Reach, isLoose: boolean, why = ""): string {
  if (reach === "closed") return "No more words can be added now.";
  if (reach === "away" && why) return `${why} ${keptWords(waiting, isLoose)}`;
  if (waiting === 0) return reach === "away" ? "No network. Leave this page open." : "";
  if (isLoose) return `Leave this page open: ${waiting} to send`;
  if (reach === "signedOut") return `saved, waiting for you to sign in: ${waiting}`;
  return reach === "here" ? "" : `${offlineWords.waiting.replace(/^S/, "s")} ${waiting}`;
}

function keptWords(waiting: number, isLoose: boolean): string {
  if (waiting === 0 || isLoose) return `Leave this page open${waiting ? `: ${waiting} to send` : "."}`;
  return `Saved here: ${waiting}`;
}
