import { ShareControl } from "@/components/sharing/share-control";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { listAnswers, listSeen } from "@/lib/sharing/answers/queries";
import { listAudiences } from "@/lib/sharing/queries";
import type { ShareSubject } from "@/lib/sharing/rules";
import { Answers } from "./answers";
import { SeenLine } from "./seen-line";

type Props = {
  actor: Actor;
  subject: ShareSubject;
  subjectId: string;
  /** What the region is called, where a page has two. */
  label?: string;
};

/** On a patient's own entry: who may read it, who has read it, and what the care team answered. Reads for itself. */
export async function SharingPanel({ actor, subject, subjectId, label = "Who may read this" }: Props) {
  const { audience, seen, answers } = await read(actor, async (db) => ({
    audience: (await listAudiences(db, actor.personId, [subjectId]))(subjectId),
    seen: await listSeen(db, [subjectId]),
    answers: await listAnswers(db, [subjectId]),
  }));
  return (
    <section className="sharing-panel stack" aria-label={label}>
      <ShareControl subject={subject} subjectId={subjectId} {...audience} />
      <SeenLine seen={seen} zone={actor.timeZone} />
      <Answers answers={answers} zone={actor.timeZone} title="Answered" level={2} />
    </section>
  );
}
