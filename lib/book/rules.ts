import type { BookState } from "@/prisma/generated/enums";

/** How long a book can be downloaded: 24 hours. */
export const openFor = 24 * 3_600_000;

const patience = 5 * 60_000;

export type Book = {
  id: string;
  state: BookState;
  progress: number;
  askedAt: Date;
  readyAt: Date | null;
  endsAt: Date | null;
};

/** Where a book is, for its page. `stalled`: it was asked for more than five minutes ago and nobody binds it any more. */
export type Stage = "none" | "binding" | "ready" | "over" | "stalled" | "stopped";

export function stageOf(book: Book | null, at: Date): Stage {
  if (!book) return "none";
  if (book.state === "ready") return isOpen(book, at) ? "ready" : "over";
  if (book.state === "failed") return "stopped";
  return at.getTime() - book.askedAt.getTime() > patience ? "stalled" : "binding";
}

/** Whether a book can still be downloaded. */
export const isOpen = ({ state, endsAt }: Pick<Book, "state" | "endsAt">, at: Date): boolean =>
  state === "ready" && endsAt !== null && endsAt > at;

/** What is being done at that per cent. */
export function progressWords(progress: number): string {
  if (progress < 5) return "Your book is about to be bound.";
  if (progress < 45) return "Your words are being gathered.";
  if (progress < 75) return "Your pictures are being placed.";
  return progress < 95 ? "The pages are being bound." : "The last page is being turned.";
}

/** What a page says when a book did not come to its end. */
export const endedWords = {
  stalled: "You signed out before it was ready, or something came between. Ask again any time.",
  stopped: "Something came between, and your book was not bound to its end. Ask again any time.",
  over: "The day of your last book is over, and it is gone from here. What is in it is still yours in the portal. Ask again any time.",
} as const;
