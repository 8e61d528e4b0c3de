import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Stack } from "@/components/ui/stack";
import { audiencesOf, type Reader, readerWords } from "@/lib/sharing/rules";
import type { ShareSubject } from "@/prisma/generated/enums";
import { shareAction, takeBackAction } from "./actions";
import { ShareTag } from "./share-tag";

type Props = {
  subject: ShareSubject;
  subjectId: string;
  /** Who reads it now, from `listShares`. */
  readers: Reader[];
  /** Companions with whom it could be shared. */
  companions?: { id: string; name: string }[];
};

/** On a patient's own entry: who sees it, and the switches that change it. */
export function ShareControl({ subject, subjectId, readers, companions = [] }: Props) {
  return (
    <div className="share-control">
      <ShareTag readers={readers} />
      <Details summary="Choose who may read this">
        <p className="small soft">
          It is yours. You can share it and take it back at any time. Once taken back, it is gone for them at once.
        </p>
        <Stack as="ul" gap="small">
          {possible(subject, readers, companions).map((reader) => (
            <Switch
              key={reader.companionId ?? reader.audience}
              subject={subject}
              subjectId={subjectId}
              reader={reader}
              reads={readers.some((one) => isSame(one, reader))}
            />
          ))}
        </Stack>
      </Details>
    </div>
  );
}

type SwitchProps = Pick<Props, "subject" | "subjectId"> & { reader: Reader; reads: boolean };

function Switch({ subject, subjectId, reader, reads }: SwitchProps) {
  const who = readerWords(reader);
  return (
    <li>
      <Form
        action={reads ? takeBackAction : shareAction}
        submit={reads ? `Take back from ${who}` : `Share with ${who}`}
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

/** The care team first, then every companion who could read it or does. */
function possible(subject: ShareSubject, readers: Reader[], companions: { id: string; name: string }[]): Reader[] {
  const named = companions.map(({ id, name }) => companion(id, name));
  const known = readers.filter((reader) => reader.companionId && !named.some((one) => isSame(one, reader)));
  const all = [{ audience: "careTeam", companionId: null, companionName: null } as const, ...named, ...known];
  return all.filter((reader) => audiencesOf[subject].includes(reader.audience));
}

const companion = (companionId: string, companionName: string): Reader => ({
  audience: "companion",
  companionId,
  companionName,
});

const isSame = (a: Reader, b: Reader) => a.audience === b.audience && a.companionId === b.companionId;
