import { Time } from "@/components/ui/time";
import type { Seen } from "@/lib/sharing/answers/queries";

/** "Ana Reyes has seen this, 20 November 2026". */
export function SeenLine({ seen, zone }: { seen: Seen[]; zone: string }) {
  if (seen.length === 0) return null;
  return (
    <ul className="seen-line small soft">
      {seen.map(({ personId, by, at }) => (
        <li key={personId}>
          {by} has seen this, <Time at={at} zone={zone} show="date" />
        </li>
      ))}
    </ul>
  );
}
