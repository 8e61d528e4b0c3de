/** The code as it was printed, however it was typed: small letters, with or without dashes and spaces. */
export function plainCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return (letters.match(/.{1,4}/g) ?? []).join("-");
}
