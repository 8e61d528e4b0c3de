import { ShareTag } from "@/components/sharing/share-tag";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { Pager } from "@/components/ui/pager";
import { Time } from "@/components/ui/time";
import type { Sensation } from "@/lib/body/queries";
import { capital, placeName } from "@/lib/body/rules";
import { formatDay } from "@/lib/core/clock";
import type { Audience } from "@/lib/sharing/queries";

type Props = {
  /** Sensations with the day they were felt, the newest day first. */
  days: { day: string; felt: Sensation[] }[];
  /** The day whose marks the picture shows. */
  shown?: string;
  audienceOf: (id: string) => Audience;
  zone: string;
  newer?: string;
  older?: string;
};

/** What was felt, day by day, to read. */
export function ByDate({ days, shown, audienceOf, zone, newer, older }: Props) {
  return (
    <section id="kept" className="stack gap-8" aria-labelledby="by-date">
      <h2 id="by-date">By date</h2>
      {days.map(({ day, felt }) => (
        <section key={day} className="card stack">
          <div className="card-head">
            <h3>{felt[0] && formatDay(felt[0].at, zone)}</h3>
            {day === shown ? (
              <span className="small soft">on the picture</span>
            ) : (
              <Link href={`/my/body?day=${day}#map`} className="small">
                Show on the picture
              </Link>
            )}
          </div>
          <List>
            {felt.map(({ id, side, place, text, at }) => (
              <ListItem key={id} aside={<ShareTag readers={audienceOf(id).readers} />}>
                <p className="small soft">
                  <Link href={`/my/body/${id}`}>{capital(placeName(side, place) ?? place)}</Link>,{" "}
                  <Time at={at} zone={zone} show="time" />
                </p>
                <p className="words small">{text}</p>
              </ListItem>
            ))}
          </List>
        </section>
      ))}
      <Pager newer={newer} older={older} />
    </section>
  );
}
