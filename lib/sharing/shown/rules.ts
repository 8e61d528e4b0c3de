import type { KindName } from "@/lib/core/kinds";

export type Share = { id: string; patientId: string; subject: KindName; subjectId: string; sharedAt: Date };

/** A text of more than `most` characters in two parts, cut between paragraphs or else between words; a shorter one with an empty second part. */
export function partedText(text: string, most = 1_500): [start: string, rest: string] {
  if (text.length <= most * 1.25) return [text, ""];
  const head = text.slice(0, most);
  const paragraph = head.lastIndexOf("\n");
  const space = head.lastIndexOf(" ");
  const cut = paragraph > most / 2 ? paragraph : space > most / 2 ? space : most;
  return [text.slice(0, cut).trimEnd(), text.slice(cut).trimStart()];
}
