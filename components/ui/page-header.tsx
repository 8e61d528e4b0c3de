import type { ReactNode } from "react";
import { Link } from "./link";

type Props = {
  title: ReactNode;
  intro?: ReactNode;
  /** A short line above the title, such as a date. */
  eyebrow?: ReactNode;
  /** The way here; the last one, without an address, is this page. */
  crumbs?: { label: string; href?: string }[];
  actions?: ReactNode;
};

export function PageHeader({ title, intro, eyebrow, crumbs, actions }: Props) {
  return (
    <header className="page-header">
      {crumbs && (
        <nav aria-label="Where you are" className="crumbs">
          <ol>
            {crumbs.map(({ label, href }) => (
              <li key={label} aria-current={href ? undefined : "page"}>
                {href ? <Link href={href}>{label}</Link> : label}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="row items-end">
        <div className="stack gap-1.5 min-w-0">
          {eyebrow && <p className="soft">{eyebrow}</p>}
          <h1>{title}</h1>
          {intro && <div className="soft">{intro}</div>}
        </div>
        {actions && <div className="row push">{actions}</div>}
      </div>
    </header>
  );
}
