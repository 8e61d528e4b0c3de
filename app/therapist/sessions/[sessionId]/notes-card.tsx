import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { Tag } from "@/components/ui/tag";
import type { SessionInCourse } from "@/lib/sessions/queries";
import { hasBegun } from "@/lib/sessions/rules";

/** The way to the note of the record and to the therapist's private one. */
export function NotesCard({ session, readerId }: { session: SessionInCourse; readerId: string }) {
  const href = `/therapist/sessions/${session.id}`;
  const signed = session.notes.some(({ state }) => state === "signed");
  const draft = session.notes.some(({ state, authorId }) => state === "draft" && authorId === readerId);
  return (
    <Card title="Notes">
      <List>
        {(signed || draft || hasBegun(session)) && (
          <ListItem aside={<NoteTag signed={signed} draft={draft} />}>
            <Link href={`${href}/note`}>Session note</Link>
            <p className="small soft">Part of the record.</p>
          </ListItem>
        )}
        <ListItem>
          <Link href={`${href}/psychotherapy-note`}>Psychotherapy note</Link>
          <p className="small soft">Kept apart and encrypted, for you alone.</p>
        </ListItem>
      </List>
    </Card>
  );
}

function NoteTag({ signed, draft }: { signed: boolean; draft: boolean }) {
  if (draft) return <Tag tone="gold">Not signed yet</Tag>;
  return signed ? <Tag tone="calm">Signed</Tag> : <Tag tone="gold">To be written</Tag>;
}
