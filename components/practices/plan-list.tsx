import type { ReactNode } from "react";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import type { PlanItem } from "@/lib/practices/plan/queries";
import { changeRhythmAction, letGoOfPracticeAction } from "./actions";
import { RhythmField } from "./rhythm-field";

type Props = {
  items: PlanItem[];
  /** "you", or the name of who added it. */
  byWords: (item: PlanItem) => string;
  /** Where a practice is opened. Without it titles are only shown. */
  hrefOf?: (slug: string) => string;
};

/** The practices of a plan, each with its rhythm, who added it, and what can be changed. */
export function PlanList({ items, byWords, hrefOf }: Props) {
  return (
    <ul className="practice-list">
      {items.map((item) => (
        <li key={item.id}>
          <span aria-hidden className="ring" />
          <div className="stack gap-1">
            <h3 className="text-h3">
              <Title item={item} hrefOf={hrefOf} />
            </h3>
            <p>{item.rhythm || "whenever it fits"}</p>
            <p className="small soft">Added by {byWords(item)}</p>
            <Change item={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Those that were let go of, to look back on. */
export function LetGoList({ items, children }: { items: PlanItem[]; children?: ReactNode }) {
  if (items.length === 0) return null;
  return (
    <Details summary="Let go of">
      <ul className="list">
        {items.map(({ id, title, rhythm }) => (
          <li key={id}>
            <div>
              <p>{title}</p>
              {rhythm && <p className="small soft">{rhythm}</p>}
            </div>
          </li>
        ))}
      </ul>
      {children}
    </Details>
  );
}

const Title = ({ item, hrefOf }: { item: PlanItem; hrefOf: Props["hrefOf"] }) =>
  item.here && hrefOf ? <Link href={hrefOf(item.slug)}>{item.title}</Link> : item.title;

function Change({ item }: { item: PlanItem }) {
  return (
    <Details
      summary={
        <>
          Change<span className="sr-only">: {item.title}</span>
        </>
      }
    >
      <Form action={changeRhythmAction} submit="Keep this" tone="quiet">
        <Hidden name="itemId" value={item.id} />
        <Hidden name="version" value={item.version} />
        <RhythmField id={`rhythms-${item.id}`} defaultValue={item.rhythm} />
      </Form>
      <ConfirmButton
        label="Let go of it"
        title={`Let go of “${item.title}”?`}
        text="It leaves the plan and stays in the garden. It can be added again at any time."
        confirm="Let go"
        cancel="Keep it"
        variant="plain"
        tone="primary"
        action={letGoOfPracticeAction}
      >
        <Hidden name="itemId" value={item.id} />
      </ConfirmButton>
    </Details>
  );
}
