import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { News } from "@/lib/today/arrived/queries";

/** What reached the patient lately: the newest. The rest is one step away. */
export function Arrived({ news: [newest, ...more] }: { news: News[] }) {
  if (!newest) return null;
  return (
    <Card title={<span className="text-h3">{newest.title}</span>}>
      <p className="soft">{newest.text}</p>
      <div className="row">
        <Button variant="quiet" href={newest.href}>
          {newest.label}
        </Button>
        {more.length > 0 && <Link href="/my/path?view=list">More that reached you</Link>}
      </div>
    </Card>
  );
}
