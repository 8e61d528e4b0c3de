import { ShareTag } from "@/components/sharing/share-tag";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import type { Memory } from "@/lib/companions/memories/queries";
import { formatTime } from "@/lib/core/clock";
import type { Reader } from "@/lib/sharing/rules";

export type OpenedLine = {
  id: string;
  at: Date;
  text: string;
  readers: Reader[];
  memory?: Memory & { readers: Reader[] };
};
type Props = { noteId: string; lines: OpenedLine[]; zone: string };

/** A patient's own words as a companion wrote them down: each with who sees it, what they remember beside it, and the way to its page. */
export function LineList({ noteId, lines, zone }: Props) {
  return (
    <ol className="grid border-l-2 border-line ml-1.5">
      {lines.map(({ id, at, text, readers, memory }) => (
        <li key={id} id={`line-${id}`} className={row}>
          <span className="soft pt-0.5">
            <Time at={at} zone={zone} show="time" />
          </span>
          <div className="stack gap-1.5 min-w-0">
            <Words>“{text}”</Words>
            {memory?.text && <Beside memory={memory} zone={zone} />}
            <p className="row gap-x-4 gap-y-0">
              <ShareTag readers={readers} />
              <Link href={`/my/companions/notes/${noteId}/lines/${id}`} className="small py-2.5">
                Remember, share, set aside
                <span className="sr-only"> the line of {formatTime(at, zone)}</span>
              </Link>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

const row =
  "relative grid grid-cols-[3.75rem_minmax(0,1fr)] gap-x-3 py-3 pl-5 scroll-mt-6 before:absolute before:-left-[7px] before:top-[1.15rem] before:size-3 before:rounded-full before:bg-dusk before:content-['']";

type BesideProps = { memory: NonNullable<OpenedLine["memory"]>; zone: string };

function Beside({ memory, zone }: BesideProps) {
  return (
    <div className="border-l-2 border-dawn pl-4">
      <Words
        by={
          <>
            You, <Time at={memory.at} zone={zone} show="date" />
            {memory.readers.length > 0 && (
              <span className="ml-3">
                <ShareTag readers={memory.readers} />
              </span>
            )}
          </>
        }
      >
        {memory.text}
      </Words>
    </div>
  );
}
