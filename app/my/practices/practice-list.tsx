import { Details } from "@/components/ui/details";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { PracticeInGarden } from "@/lib/practices/queries";
import { families } from "@/lib/practices/rules";

type Props = {
  practices: PracticeInGarden[];
  /** Says which family each is of. */
  named?: boolean;
  /** So many, and the others behind "More of them". */
  first?: number;
  /** Names alone. */
  brief?: boolean;
  level?: 2 | 3;
};

/** Practices to open, each with why it may do good. */
export function PracticeList({ practices, first = practices.length, ...look }: Props) {
  const shown = practices.slice(0, first);
  const more = practices.slice(shown.length);
  return (
    <>
      <Rows {...look} practices={shown} />
      {more.length > 0 && (
        <Details summary="More of them">
          <Rows {...look} practices={more} />
        </Details>
      )}
    </>
  );
}

function Rows({ practices, named, brief, level = 3 }: Omit<Props, "first">) {
  const Heading = `h${level}` as const;
  return (
    <ul className="practice-list">
      {practices.map(({ slug, title, why, family, favourite, own }) => (
        <li key={slug}>
          <span aria-hidden className="ring" />
          <div>
            <Heading className="text-h3">
              <Link href={`/my/practices/${slug}`}>{title}</Link>
            </Heading>
            {why && !brief && <p className="soft">{why}</p>}
            {!brief && (named || favourite || own) && (
              <p className="row mt-2 gap-2">
                {favourite && <Tag tone="share">Kept near</Tag>}
                {own && <Tag>Your own</Tag>}
                {named && <Tag>{families[family].name}</Tag>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
