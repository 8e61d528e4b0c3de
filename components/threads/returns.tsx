import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/core/clock";
import type { Thread } from "@/lib/threads/queries";
import { placesWords, spanWords, threadKinds } from "@/lib/threads/rules";

type Props = { threads: Thread[]; doses: Date[]; zone: string };

const most = 5;

/** The threads that showed last, each with where it lies. */
export function Returns({ threads, doses, zone }: Props) {
  return (
    <Card title="What returns" aside={threads.length > 0 && <Link href="/my/threads">See all</Link>}>
      {threads.length === 0 && (
        <p className="soft">An image or a feeling that you name on a page is found again here, with its every place.</p>
      )}
      <ul className="list">
        {threads.slice(0, most).map((thread) => (
          <li key={thread.id} className="thread-line">
            <strong>{thread.name}</strong>
            <span className="small soft">{whereWords(thread, doses, zone)}</span>
            <Link href={`/my/threads/${thread.id}`}>
              {placesWords(thread.places)}
              <span className="sr-only">: {thread.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** "image, sessions 1 to 3", or when it showed last. */
function whereWords(thread: Thread, doses: Date[], zone: string): string {
  const span = spanWords(thread, doses) || `last on ${formatDate(thread.last, zone)}`;
  return `${threadKinds[thread.kind].one.toLowerCase()}, ${span}`;
}
