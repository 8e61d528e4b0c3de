import { classNames } from "@/components/ui/class-names";
import { type AgreementAnswers, agreementWords } from "@/lib/companions/words/agreement/rules";

/** What was agreed, to read: a line for each part; what is still open stands back. */
export function AgreementWords({ answers }: { answers: AgreementAnswers }) {
  return (
    <dl className="grid">
      {agreementWords(answers).map(({ key, title, text, isOpen }) => (
        <div
          key={key}
          className="grid gap-x-6 gap-y-1 border-line border-b py-3.5 first:pt-0 last:border-0 last:pb-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="soft">{title}</dt>
          <dd className={classNames("max-w-words wrap-break-word", isOpen && "soft italic")}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
