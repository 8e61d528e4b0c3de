import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { Thing } from "@/lib/core/kind";

type Props = { thing: Thing; zone: string; sharedAt: Date; aside?: ReactNode; level?: 2 | 3 };

/** What it is, when it was made, and since when it is shared. */
export function ThingHead({ thing, zone, sharedAt, aside, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  const { title, what, at } = thing;
  return (
    <div className="stack gap-1">
      <div className="card-head">
        <Heading>{title}</Heading>
        {aside}
      </div>
      <p className="small soft">
        {what}
        {what && at && ", "}
        {at && <Time at={at} zone={zone} show="date" />}
        {(what || at) && " · "}
        shared <Time at={sharedAt} zone={zone} show="datetime" />
      </p>
    </div>
  );
}
