import { KindIcon } from "@/components/journal/kind-icon";
import { Details } from "@/components/ui/details";
import { Link } from "@/components/ui/link";
import { type EntryKind, firstKinds, kindKeys, kindWords } from "@/lib/journal/rules";

/** Ways to begin a page. With fewer choices three come first, and the rest on asking. */
export function KindLinks({ few }: { few: boolean }) {
  const rest = kindKeys.filter((kind) => !firstKinds.includes(kind));
  return (
    <section aria-labelledby="begin" className="stack gap-3">
      <h2 id="begin" className="sr-only">
        Begin a page
      </h2>
      <Links kinds={few ? firstKinds : kindKeys} />
      {few && (
        <Details summary="More kinds of page">
          <Links kinds={rest} />
        </Details>
      )}
    </section>
  );
}

function Links({ kinds }: { kinds: EntryKind[] }) {
  return (
    <ul className="kind-links">
      {kinds.map((kind) => (
        <li key={kind}>
          <Link href={`/my/journal/new?kind=${kind}`}>
            <KindIcon kind={kind} />
            {kindWords(kind)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
