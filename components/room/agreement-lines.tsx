import { type AgreementAnswers, agreementWords } from "@/lib/companions/words/agreement/rules";

/** What patient and companion agreed, to read in the dark. */
export function AgreementLines({ answers }: { answers: AgreementAnswers | null }) {
  const lines = agreementWords(answers ?? {});
  return (
    <dl className="room-agreed">
      {lines.map(({ key, title, text, isOpen }) => (
        <div key={key}>
          <dt>{title}</dt>
          <dd className={isOpen ? "soft" : undefined}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
