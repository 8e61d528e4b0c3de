import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Practice } from "@/lib/practices/rules";

/** The steps and the versions of a practice. The gentle one comes first for who goes gently; what is empty is left out. */
export function PracticeWords({ practice, gentleFirst }: { practice: Practice; gentleFirst: boolean }) {
  const gentle = { title: "Gently", hint: "For days with little energy, or with pain.", text: practice.gentle };
  const versions = [
    { title: "In five minutes", text: practice.short },
    { title: "With more time", text: practice.longer },
    ...(gentleFirst ? [] : [gentle]),
  ].filter(({ text }) => text);
  return (
    <>
      {gentleFirst && gentle.text && <Version {...gentle} card />}
      {practice.steps.length > 0 && (
        <Card title="How it goes">
          <ol className="practice-steps">
            {practice.steps.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same step may come twice
              <li key={at}>
                <span>{step}</span>
              </li>
            ))}
          </ol>
        </Card>
      )}
      {versions.length > 0 && (
        <Card className="gap-6">
          {versions.map((version) => (
            <Version key={version.title} {...version} />
          ))}
        </Card>
      )}
    </>
  );
}

type VersionProps = { title: string; hint?: string; text: string; card?: boolean };

function Version({ title, hint, text, card }: VersionProps) {
  const words = (
    <>
      {hint && <p className="small soft">{hint}</p>}
      <p className="max-w-words whitespace-pre-line">{text}</p>
    </>
  );
  if (card) return <Card title={title}>{words}</Card>;
  return (
    <section className="stack gap-1.5">
      <h2 className="text-h3">{title}</h2>
      {words}
    </section>
  );
}

const always =
  "Stop. Open your eyes, feel your feet on the floor, and look for five things of one colour. Drink some water. Call somebody you trust.";

/** Always in sight: what to do if it stirs too much, and the way to help. */
export const TooMuch = ({ text }: { text: string }) => (
  <section className="too-much" aria-labelledby="too-much">
    <h2 id="too-much">If it stirs too much</h2>
    <p className="max-w-words whitespace-pre-line">{text || always}</p>
    <Link href="/help" className="help">
      I need help now
    </Link>
  </section>
);
