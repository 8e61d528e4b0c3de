import type { Goal } from "@/lib/goals/queries";

/** Where from and where to, in the patient's own words. */
export function FromTo({ goal, level }: { goal: Pick<Goal, "from" | "to" | "success">; level: 1 | 2 }) {
  const Heading = `h${level}` as const;
  return (
    <div className="stack gap-3">
      <p>
        <span className="small soft block">From</span>
        <span className="words small">{goal.from}</span>
      </p>
      <Heading>
        <span className="small soft block font-text font-normal">To</span>
        <span className="words large block mt-1">{goal.to}</span>
      </Heading>
      {goal.success && (
        <p>
          <span className="small soft block">I will notice when</span>
          <span className="words small">{goal.success}</span>
        </p>
      )}
    </div>
  );
}
