import { LineList, type OpenedLine } from "@/components/companions/line-list";
import { titlesFor } from "@/components/companions/note-words";
import { Card } from "@/components/ui/card";
import { Stack } from "@/components/ui/stack";
import { Words } from "@/components/ui/words";
import type { HandedOverNote } from "@/lib/companions/notes/queries";

type Props = { note: HandedOverNote; lines: OpenedLine[]; zone: string };

/** What is open of a note, to read. Parts without words, and parts that wait, are left out. */
export function Opened({ note, lines, zone }: Props) {
  const titles = titlesFor.patient(note.grant.companionName);
  const texts = { saw: note.saw, seemed: note.seemed, moved: note.moved };
  if (lines.length === 0 && !Object.values(texts).some(Boolean)) return null;
  const prose = (part: keyof typeof texts) =>
    texts[part] && (
      <Part title={titles[part]}>
        <Words>{texts[part]}</Words>
      </Part>
    );
  return (
    <Card>
      <Stack gap="large">
        {prose("saw")}
        {lines.length > 0 && (
          <Part title={titles.said}>
            <LineList noteId={note.id} lines={lines} zone={zone} />
          </Part>
        )}
        {prose("seemed")}
        {prose("moved")}
      </Stack>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="stack gap-2">
      <h2 className="text-h3">{title}</h2>
      {children}
    </section>
  );
}
