import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";

type Note = { saw: string; seemed: string; moved: string; lines: { id: string; at: Date; text: string }[] };
type Titles = { saw: string; said: string; seemed: string; moved: string };
type Props = { note: Note; zone: string; titles: Titles };

/** The same note is called otherwise by the one who wrote it and by the patient. */
export const titlesFor = {
  author: { saw: "What I saw", said: "What they said", seemed: "How they seemed", moved: "What moved me" },
  patient: (companion: string): Titles => ({
    saw: `What ${companion} saw`,
    said: `What you said, as ${companion} wrote it down`,
    seemed: "How you seemed",
    moved: `What moved ${companion}`,
  }),
};

/** A companion's note to read. Parts without words are left out. */
export function NoteWords({ note, zone, titles }: Props) {
  return (
    <Stack gap="large">
      {note.saw && (
        <Part title={titles.saw}>
          <Words>{note.saw}</Words>
        </Part>
      )}
      {note.lines.length > 0 && (
        <Part title={titles.said}>
          <ol className="grid border-l-2 border-line ml-1.5">
            {note.lines.map(({ id, at, text }) => (
              <li key={id} className={line}>
                <span className="soft pt-0.5">
                  <Time at={at} zone={zone} show="time" />
                </span>
                <Words>“{text}”</Words>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {note.seemed && (
        <Part title={titles.seemed}>
          <Words>{note.seemed}</Words>
        </Part>
      )}
      {note.moved && (
        <Part title={titles.moved}>
          <Words>{note.moved}</Words>
        </Part>
      )}
    </Stack>
  );
}

const line =
  "relative grid grid-cols-[3.75rem_minmax(0,1fr)] gap-x-3 py-3 pl-5 before:absolute before:-left-[7px] before:top-[1.15rem] before:size-3 before:rounded-full before:bg-dusk before:content-['']";

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="stack gap-2">
      <h2 className="text-h3">{title}</h2>
      {children}
    </section>
  );
}
