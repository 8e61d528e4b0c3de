import { isCommon, withoutWords } from "./common/rules";

/** So much of a password must be neither a common word nor a name. */
const leastOwn = 6;

/**
 * Why a password is too easy to guess, in words for the one who chose it; or null. Its length is checked before.
 * `names` are what a stranger tries next: the clinic's name, the person's names and address.
 */
export function reasonNotToUse(password: string, names: string[]): string | null {
  if (isCommon(password, leastOwn)) {
    return "Passwords like this one are guessed first. Join words that have nothing to do with each other";
  }
  const typed = password.normalize("NFKC").toLowerCase();
  const parts = partsOf(names).filter((part) => typed.includes(part));
  if (parts.length > 0 && withoutWords(typed, parts) < leastOwn) {
    return "This is mostly a name or an address that belongs to you or the clinic. Choose other words";
  }
  return null;
}

/** The words in names and addresses, the longest first. */
function partsOf(names: string[]): string[] {
  const parts = names.flatMap(
    (name) =>
      name
        .normalize("NFKC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  );
  return [...new Set(parts)].sort((a, b) => b.length - a.length);
}
