import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Plan, PlanItem } from "@/lib/practices/plan/queries";
import { logAction } from "./actions";

/** `noted`: by a practice's slug, what was noted about it today. */
type Props = { plan: Plan | null; noted: Map<string, string>; few: boolean };

/** The few that resonate, each noted with one tap. */
export function PlanCard({ plan, noted, few }: Props) {
  const items = plan?.items ?? [];
  if (items.length === 0) return <NoPlan />;
  const shown = few ? items.slice(0, 3) : items;
  const more = items.slice(shown.length);
  return (
    <Card title="Your plan" aside={<Link href="/my/practices/plan">Change it</Link>}>
      <Items items={shown} noted={noted} />
      {more.length > 0 && (
        <Details summary="More of your plan">
          <Items items={more} noted={noted} />
        </Details>
      )}
    </Card>
  );
}

const Items = ({ items, noted }: { items: PlanItem[]; noted: Map<string, string> }) => (
  <ul className="practice-list">
    {items.map((item) => (
      <li key={item.id}>
        <span aria-hidden className={noted.has(item.slug) ? "ring full" : "ring"} />
        <div className="plan-row">
          <div>
            <h3 className="text-h3">
              {item.here ? <Link href={`/my/practices/${item.slug}`}>{item.title}</Link> : item.title}
            </h3>
            <p className="soft small">{item.rhythm || "whenever it fits"}</p>
            <NotedToday logId={noted.get(item.slug)} title={item.title} />
          </div>
          {item.here && <DidThis item={item} />}
        </div>
      </li>
    ))}
  </ul>
);

const NotedToday = ({ logId, title }: { logId?: string; title: string }) =>
  logId && (
    <p className="small">
      <Link href={`/my/practices/log/${logId}`} className="inline-block py-1">
        Noted today<span className="sr-only">: {title}</span>
      </Link>
    </p>
  );

const DidThis = ({ item }: { item: PlanItem }) => (
  <Form action={logAction} className="did-this said-softly">
    <Hidden name="slug" value={item.slug} />
    <SubmitButton variant="quiet">
      I did this<span className="sr-only">: {item.title}</span>
    </SubmitButton>
  </Form>
);

const NoPlan = () => (
  <Card title="Your plan">
    <p className="soft">
      Two or three practices that resonate are plenty. Look around, and when one calls you, add it to your plan. It may
      change at any time.
    </p>
    <p>
      <Link href="/my/practices/plan">Make your plan</Link>
    </p>
  </Card>
);
