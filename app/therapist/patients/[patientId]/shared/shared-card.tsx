import { Answerable } from "@/components/shared/answerable";
import { Answers } from "@/components/shared/answers";
import { ThingHead } from "@/components/shared/thing-head";
import { ThingView } from "@/components/shared/thing-view";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { therapistPageOf } from "@/lib/core/kinds";
import { mostLetters } from "@/lib/sharing/answers/schema";
import type { SharedWithTeam } from "@/lib/sharing/shown/queries";
import { giveAnswerAction } from "./actions";

type Props = { row: SharedWithTeam; fresh: boolean; zone: string };

/** One thing that a patient shares, the answers it has, and a place for one more. */
export function SharedCard({ row, fresh, zone }: Props) {
  const { thing, subject, patientId, subjectId, sharedAt, answers } = row;
  return (
    <Card>
      <Answerable
        action={giveAnswerAction}
        patientId={patientId}
        subjectId={subjectId}
        about={thing.title}
        mostLetters={mostLetters}
      >
        <ThingHead thing={thing} zone={zone} sharedAt={sharedAt} aside={fresh && <Tag tone="gold">New</Tag>} />
        <ThingView thing={thing} href={therapistPageOf(subject, patientId, thing)} />
        <Answers answers={answers} zone={zone} title="Answers" level={3} />
      </Answerable>
    </Card>
  );
}
