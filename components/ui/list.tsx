import type { ReactNode } from "react";

/** A list with hairlines. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="list" aria-label={label}>
      {children}
    </ul>
  );
}

export function ListItem({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <li>
      <div>{children}</div>
      {aside && <div className="row">{aside}</div>}
    </li>
  );
}
