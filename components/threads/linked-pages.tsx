import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { List } from "@/components/ui/list";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import type { Entry } from "@/lib/journal/queries";
import { entryTitle, kindWords } from "@/lib/journal/rules";
import { unlinkAction } from "./actions";

/** The pages that lie beside one, each with a way to part them. */
export function LinkedPages({ entryId, linked, zone }: { entryId: string; linked: Entry[]; zone: string }) {
  if (linked.length === 0) return <p className="soft">Two pages that speak to each other can lie side by side.</p>;
  return (
    <List>
      {linked.map((entry) => {
        const title = entryTitle(entry, zone);
        return (
          <li key={entry.id} className="linked-page">
            <div>
              <p>
                <Link href={`/my/journal/${entry.id}`} className="words small">
                  {title}
                </Link>
              </p>
              <p className="small soft">
                {kindWords(entry.kind)}, <Time at={entry.at} zone={zone} show="date" />
              </p>
            </div>
            <Form action={unlinkAction} quiet>
              <Hidden name="entryId" value={entryId} />
              <Hidden name="otherId" value={entry.id} />
              <SubmitButton variant="plain">
                Unlink<span className="sr-only"> this page: {title}</span>
              </SubmitButton>
            </Form>
          </li>
        );
      })}
    </List>
  );
}
