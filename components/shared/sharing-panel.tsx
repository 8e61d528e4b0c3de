import { ShareControl } from "@/components/sharing/share-control";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import type { KindName } from "@/lib/core/kinds";
import { listAnswers, listSeen } from "@/lib/sharing/answers/queries";
import { type Audience, listAudiences } from "@/lib/sharing/queries";
import { Answers } from "./answers";
import { SeenLine } from "./seen-line";

type Props = {
  actor: Actor;
  subject: KindName;
  subjectId: string;
  /** What the region is called, where a page has two. */
  label?: string;
  /** Who reads it and who could, where that is not everybody with access. */
  audience?: Audience;
};

/** On a patient's own entry: who may read it, who has read it, and what the care team answered. Reads for itself. */
export async function SharingPanel({ actor, subject, subjectId, label = "Who may read this", audience }: Props) {
  const { everybody, seen, answers } = await read(actor, async (db) => ({
    everybody: audience ?? (await listAudiences(db, actor.personId, [subjectId]))(subjectId),
    seen: await listSeen(db, [subjectId]),
    answers: await listAnswers(db, [subjectId]),
  }));
  return (
    <section className="sharing-panel stack" aria-label={label}>
      <ShareControl subject={subject} subjectId={subjectId} {...everybody} />
      <SeenLine seen={seen} zone={actor.timeZone} />
      <Answers answers={answers} zone={actor.timeZone} title="Answered" level={2} />
    </section>
  );
}
