import { type AgreementAnswers, agreementParts, agreementWords } from "@/lib/companions/words/agreement/rules";
import { hasBegun, isAhead, type SessionState } from "@/lib/sessions/rules";

export type Confirmations = { version: number; patientVersion: number | null; companionVersion: number | null };
export type Side = "patient" | "companion";

/** Why an agreement cannot be changed or confirmed any more; null while it can. */
export function reasonNotToAgree(session: { state: SessionState }): string | null {
  if (isAhead(session)) return null;
  if (hasBegun(session)) return "The session has begun. What you agreed stays as it is.";
  return "This session did not take place. You can agree anew for the next one.";
}

/** Who has confirmed the newest version. It stands once both have. */
export function confirmedBy({ version, patientVersion, companionVersion }: Confirmations) {
  const [patient, companion] = [patientVersion === version, companionVersion === version];
  return { patient, companion, stands: patient && companion };
}

/** Whether two sets of answers say the same. */
export const sameAnswers = (one: AgreementAnswers, other: AgreementAnswers): boolean =>
  agreementParts.every(({ key }) => {
    const [a, b] = [one[key] ?? {}, other[key] ?? {}];
    return (a.choice ?? "") === (b.choice ?? "") && (a.free?.trim() ?? "") === (b.free?.trim() ?? "");
  });

/** The parts in which what is kept now says something else than what was written here: "Touch: No touch." */
export function otherWords(kept: AgreementAnswers, mine: AgreementAnswers): string[] {
  const lines = agreementParts.map(({ key }) => [{ [key]: kept[key] }, { [key]: mine[key] }] as const);
  return lines.flatMap(([theirs, own], at) => {
    if (sameAnswers(theirs, own)) return [];
    const { key, title } = agreementParts[at] ?? { key: "touch", title: "" };
    const said = agreementWords(theirs).find((line) => line.key === key);
    return [`${title}: ${said?.text ?? "left open"}`];
  });
}

/** Where an agreement stands, for somebody beside the two: "Both confirmed" or who has not yet. */
export function standingWords(agreement: Confirmations, names: Record<Side, string>): string {
  const { patient, companion, stands } = confirmedBy(agreement);
  if (stands) return "Both confirmed";
  if (!patient && !companion) return "Nobody has confirmed this version yet";
  return `${patient ? names.companion : names.patient} has not confirmed this version yet`;
}

/** The same for one of the two, spoken to directly. */
export function ownStandingWords(agreement: Confirmations, side: Side, other: string): string {
  const { patient, companion, stands } = confirmedBy(agreement);
  if (stands) return `You and ${other} have both confirmed this. It stands.`;
  const [mine, theirs] = side === "patient" ? [patient, companion] : [companion, patient];
  if (mine) return `You have confirmed this version. ${other} has not confirmed it yet.`;
  if (theirs) return `${other} has confirmed this version. It stands once you do too.`;
  return "It stands once both of you have confirmed it.";
}
