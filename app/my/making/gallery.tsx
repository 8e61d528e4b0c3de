import { MediaView } from "@/components/making/media-view";
import { ShareTag } from "@/components/sharing/share-tag";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Media } from "@/lib/making/queries";
import { unnamed } from "@/lib/making/rules";
import type { Audience } from "@/lib/sharing/queries";

type Props = { media: Media[]; zone: string; audienceOf: (id: string) => Audience };

/** Pictures in a grid, sounds as rows beneath. */
export function Gallery({ media, zone, audienceOf }: Props) {
  const [pictures, sounds] = (["image", "audio"] as const).map((kind) => media.filter((one) => one.kind === kind));
  return (
    <>
      {pictures && pictures.length > 0 && (
        <ul className="gallery" aria-label="Pictures">
          {pictures.map((one) => (
            <li key={one.id}>
              <Link href={`/my/making/${one.id}`}>
                <MediaView media={{ ...one, alt: one.alt || one.caption || unnamed.image }} size="thumb" bare />
                {one.caption && <span className="words small">{one.caption}</span>}
              </Link>
              <Below one={one} zone={zone} audienceOf={audienceOf} />
            </li>
          ))}
        </ul>
      )}
      {sounds && sounds.length > 0 && (
        <section className="stack" aria-labelledby="sounds">
          <h2 id="sounds">Sounds</h2>
          <ul className="sounds">
            {sounds.map((one) => (
              <li key={one.id} className="card stack gap-3">
                <Link href={`/my/making/${one.id}`} className="words small">
                  {one.caption || "A recording"}
                </Link>
                <MediaView media={one} bare />
                <Below one={one} zone={zone} audienceOf={audienceOf} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const Below = ({ one, zone, audienceOf }: Omit<Props, "media"> & { one: Media }) => (
  <p className="below small soft">
    <Time at={one.at} zone={zone} show="date" />
    <ShareTag readers={audienceOf(one.id).readers} />
  </p>
);
