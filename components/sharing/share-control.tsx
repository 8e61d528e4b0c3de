import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { canBeSharedWith, type KindName } from "@/lib/core/kinds";
import { type Reader, readerWords } from "@/lib/sharing/rules";
import { shareAction, takeBackAction, takeBackFromAllAction } from "./actions";
import { ShareTag } from "./share-tag";

type Props = {
  subject: KindName;
  subjectId: string;
  /** Who reads it now, from `listShares`. */
  readers: Reader[];
  /** Companions with whom it could be shared. */
  companions?: { id: string; name: string }[];
};

/** On a patient's own entry: who sees it, and a line for each who could, with the switch that changes it. */
export function ShareControl({ subject, subjectId, readers, companions = [] }: Props) {
  return (
    <div className="share-control">
      <ShareTag readers={readers} />
      <Details summary="Choose who may read this">
        <p className="small soft max-w-words">
          It is yours. You can share it and take it back at any time. Once taken back, it is gone for them at once.
        </p>
        <ul className="share-lines">
          {possible(subject, readers, companions).map((reader) => (
            <Line
              key={reader.companionId ?? reader.audience}
              subject={subject}
              subjectId={subjectId}
              reader={reader}
              reads={readers.some((one) => isSame(one, reader))}
            />
          ))}
          {readers.length > 1 && <OnlyMe subject={subject} subjectId={subjectId} />}
        </ul>
      </Details>
    </div>
  );
}

type LineProps = Pick<Props, "subject" | "subjectId"> & { reader: Reader; reads: boolean };

function Line({ subject, subjectId, reader, reads }: LineProps) {
  const who = readerWords(reader);
  return (
    <li>
      <p>
        <span className="first-letter:uppercase inline-block">{who}</span>
        <span role="status" className="small soft block">
          {reads ? "can read this" : "cannot see this"}
        </span>
      </p>
      <Form
        quiet
        action={reads ? takeBackAction : shareAction}
        submit={
          reads ? (
            <span>
              Take back<span className="sr-only"> from {who}</span>
            </span>
          ) : (
            <span>
              Share<span className="sr-only"> with {who}</span>
            </span>
          )
        }
        tone="quiet"
      >
        <Hidden name="subject" value={subject} />
        <Hidden name="subjectId" value={subjectId} />
        <Hidden name="audience" value={reader.audience} />
        {reader.companionId && <Hidden name="companionId" value={reader.companionId} />}
      </Form>
    </li>
  );
}

function OnlyMe({ subject, subjectId }: Pick<Props, "subject" | "subjectId">) {
  return (
    <li>
      <p>
        Only me
        <span className="small soft block">nobody else sees this any more</span>
      </p>
      <Form
        quiet
        action={takeBackFromAllAction}
        submit={
          <span>
            Take back<span className="sr-only"> from everybody</span>
          </span>
        }
        tone="quiet"
      >
        <Hidden name="subject" value={subject} />
        <Hidden name="subjectId" value={subjectId} />
      </Form>
    </li>
  );
}

/** The care team first, then every companion who could read it or does. */
function possible(subject: KindName, readers: Reader[], companions: { id: string; name: string }[]): Reader[] {
  const named = companions.map(({ id, name }) => companion(id, name));
  const known = readers.filter((reader) => reader.companionId && !named.some((one) => isSame(one, reader)));
  const all = [{ audience: "careTeam", companionId: null, companionName: null } as const, ...named, ...known];
  return all.filter((reader) => canBeSharedWith(subject, reader.audience));
}

const companion = (companionId: string, companionName: string): Reader => ({
  audience: "companion",
  companionId,
  companionName,
});

const isSame = (a: Reader, b: Reader) => a.audience === b.audience && a.companionId === b.companionId;
