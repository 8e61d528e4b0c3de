import type { ReactNode } from "react";

type Props = { summary: ReactNode; children: ReactNode; open?: boolean };

export function Details({ summary, children, open }: Props) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
