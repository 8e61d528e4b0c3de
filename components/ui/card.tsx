import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = {
  children: ReactNode;
  /** Heading text; makes the card a labelled section. */
  title?: ReactNode;
  level?: 2 | 3;
  /** Beside the heading: a tag or a link. */
  aside?: ReactNode;
  id?: string;
  className?: string;
};

export function Card({ children, title, level = 2, aside, id, className }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section id={id} className={classNames("card stack", className)}>
      {title && (
        <div className="card-head">
          <Heading>{title}</Heading>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** The card shaped like the arch: holds people's own words. At most one a page. */
export function Door({ children, className }: { children: ReactNode; className?: string }) {
  return <section className={classNames("door stack", className)}>{children}</section>;
}
