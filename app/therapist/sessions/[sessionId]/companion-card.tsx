import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { SharedCompanionNote } from "@/lib/companions/notes/queries";
import { sinceStart } from "@/lib/sessions/rules";

type Props = {
  note: SharedCompanionNote;
  patientName: string;
  start: Date;
  isNew: boolean;
  id?: string;
  beneath?: ReactNode;
};

/** A companion's debrief that the patient shares: what was said, by the time since the session began, what was seen, how they seemed. */
export function CompanionCard({ note, patientName, start, isNew, id, beneath }: Props) {
  return (
    <Card
      id={id}
      title={`Handed over by ${note.companionName}, shared by ${patientName}`}
      aside={isNew && <Tag tone="gold">new</Tag>}
    >
      {note.lines.length > 0 && (
        <ul className="grid gap-2">
          {note.lines.map(({ id, at, text }) => (
            <li key={id} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
              <time dateTime={at.toISOString()} className="whitespace-nowrap text-soft">
                {sinceStart(start, at)}
              </time>
              <span className="whitespace-pre-line">“{text}”</span>
            </li>
          ))}
        </ul>
      )}
      <Part title={`What ${note.companionName} saw`} text={note.saw} />
      <Part title={`How ${patientName} seemed`} text={note.seemed} />
      {beneath}
    </Card>
  );
}

const Part = ({ title, text }: { title: string; text: string }) =>
  text ? (
    <div className="grid gap-1">
      <h4 className="small soft">{title}</h4>
      <p className="whitespace-pre-line">{text}</p>
    </div>
  ) : null;
