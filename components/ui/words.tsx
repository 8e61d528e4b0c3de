import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = { children: ReactNode; size?: "normal" | "large" | "small"; by?: ReactNode };

/** People's own words, in the voice of the house; line breaks are kept. */
export function Words({ children, size = "normal", by }: Props) {
  return (
    <figure className="stack gap-2">
      <blockquote className={classNames("words", size !== "normal" && size)}>{children}</blockquote>
      {by && <figcaption className="small soft">{by}</figcaption>}
    </figure>
  );
}
