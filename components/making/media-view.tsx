import { classNames } from "@/components/ui/class-names";
import { lengthWords } from "@/lib/making/rules";
import type { MediaKind } from "@/prisma/generated/enums";

type Shown = { id: string; kind: MediaKind; alt: string; caption: string; seconds?: number | null };

type Props = {
  media: Shown;
  size?: "thumb" | "full";
  /** Without its caption: where the caption stands beside it already. */
  bare?: boolean;
};

/** Something that a patient made: the picture, or the sound with its controls, and the caption. */
export function MediaView({ media, size = "full", bare }: Props) {
  const { id, kind, alt, caption, seconds } = media;
  return (
    <figure className={classNames("media", kind, size)}>
      {kind === "image" ? (
        // biome-ignore lint/performance/noImgElement: sealed bytes of one patient are not for an image optimiser's cache
        <img
          src={`/api/media/${id}${size === "thumb" ? "?size=thumb" : ""}`}
          alt={alt || caption}
          loading="lazy"
          decoding="async"
        />
      ) : (
        <Sound id={id} label={alt || caption || "A recording"} seconds={seconds} />
      )}
      {caption && !bare && <figcaption className="words small">{caption}</figcaption>}
    </figure>
  );
}

function Sound({ id, label, seconds }: { id: string; label: string; seconds?: number | null }) {
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: a patient's own recording; words beside it are theirs to add */}
      <audio controls preload="none" src={`/api/media/${id}`} aria-label={label} />
      {seconds ? <span className="small soft">{lengthWords(seconds)}</span> : null}
    </>
  );
}
