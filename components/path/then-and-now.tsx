import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { type Sides, sidesAddress } from "@/lib/path/rules";

/** Words at one time, and where they are opened. */
export type Said = { id: string; at: Date; text: string; href: string; label: string };

type Props = { sides: [then: Said, now: Said]; zone: string; chosen: Sides };

/** First and latest words side by side, or the two pages that were chosen. */
export function ThenAndNow({ sides: [before, now], zone, chosen }: Props) {
  return (
    <Card title="Then and now">
      <div className="then-now">
        <Side said={before} zone={zone} name="Then" />
        <Side said={now} zone={zone} name="Now" />
      </div>
      <p className="row">
        <Link href={sidesAddress("/my/path/choose", chosen, "then")}>Choose another “then”</Link>
        <Link href={sidesAddress("/my/path/choose", chosen, "now")}>Choose another “now”</Link>
        {(chosen.before || chosen.now) && <Link href="/my/path">First and latest again</Link>}
      </p>
    </Card>
  );
}

function Side({ said, zone, name }: { said: Said; zone: string; name: string }) {
  return (
    <figure className="stack gap-2">
      <figcaption className="small soft">
        {name} · <Time at={said.at} zone={zone} show="date" />
      </figcaption>
      <blockquote className="words">“{said.text}”</blockquote>
      <p className="small">
        <Link href={said.href}>{said.label}</Link>
      </p>
    </figure>
  );
}
