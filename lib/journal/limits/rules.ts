/** Characters of one page, and the bytes that one save may carry (`defineAutosave`) with room for the rest of the form. */
export const mostCharacters = 100_000;
export const mostBytes = 190_000;
export const tooLong =
  "This page is full: it holds 100,000 characters. Go on in a new page; all you wrote is still here.";

/** Each mood is a field of its own, so that two texts can be told apart and chosen between mood by mood. */
export const moodField = (word: string): string => `mood-${word}`;
