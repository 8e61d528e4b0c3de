/** The code as it was printed, however it was typed: small letters, with or without dashes and spaces. */
export function plainCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return (letters.match(/.{1,4}/g) ?? []).join("-");
}

/** On a machine of one's own nobody else comes by; anywhere else the code shows that one may begin. */
export const isOnThisMachine = (origin: string): boolean =>
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(origin).hostname);
