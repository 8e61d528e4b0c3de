import { Link } from "@/components/ui/link";
import { SearchField } from "@/components/ui/search-field";
import { stateOffers } from "@/lib/practices/rules";
import { NervousState } from "@/prisma/generated/enums";

/** A GET form that always begins at the garden's first page. */
export const GardenSearchField = ({ search }: { search?: string }) => (
  <SearchField label="Look for a practice" defaultValue={search} placeholder="walking, sleep, a friend" />
);

/** How the body is now, as ways to what helps. */
export const States = ({ now }: { now?: NervousState }) => (
  <nav aria-label="How are you right now?">
    <ul className="pills">
      {Object.values(NervousState).map((state) => (
        <li key={state}>
          <Link
            href={`/my/practices?state=${state}`}
            className="pill"
            aria-current={state === now ? "page" : undefined}
          >
            {stateOffers[state].word}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
