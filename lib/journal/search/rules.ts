import { createHmac } from "node:crypto";

const length = 5;
const fewest = 2;

/** Letters that have no plain letter inside them. */
const plain: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Text as it is compared: lower case, without diacritics and apostrophes. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼ‘`´]/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => plain[letter] ?? letter);

/** The distinct folded words of a text, of two letters or more. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => [...word].length >= fewest),
  ),
];

/** A word's first five letters, by which it is found. */
const startOf = (word: string): string => [...word].slice(0, length).join("");

/** One number for each distinct beginning of a word: the first 32 bits of its HMAC-SHA256 under one patient's key, signed. */
export function hashWords(key: Uint8Array, words: string[]): number[] {
  const starts = new Set(words.map(startOf));
  return [...new Set([...starts].map((start) => createHmac("sha256", key).update(start).digest().readInt32BE(0)))];
}

/** Whether every searched word begins a word of the text. Hashes of five letters alone cannot tell. */
export function hasWords(text: string, searched: string[]): boolean {
  const words = wordsIn(text);
  return searched.every((one) => words.some((word) => word.startsWith(one)));
}
