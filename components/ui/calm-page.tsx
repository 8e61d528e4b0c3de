import type { ReactNode } from "react";
import { Arch } from "./arch";

type Props = { title: string; children: ReactNode; actions?: ReactNode };

/** A whole page for when there is nothing else to show: a fault, nothing here, signed out. */
export function CalmPage({ title, children, actions }: Props) {
  return (
    <div data-space="public" className="calm-page">
      <main id="content">
        <Arch kind="empty" />
        <h1>{title}</h1>
        <div className="stack">{children}</div>
        {actions && <div className="row">{actions}</div>}
      </main>
    </div>
  );
}
