import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Props = { children?: ReactNode; tone?: "calm" | "gold" | "stop" };

/** What has just happened. The region is always there, so that a message appearing in it is read out. */
export function Notice({ children, tone = "calm" }: Props) {
  return (
    <div role="status" className="notice-region">
      {children && <div className={classNames("notice", tone)}>{children}</div>}
    </div>
  );
}

/** Something to know before going on; not news. */
export function Callout({ children, tone = "gold" }: Props) {
  return <div className={classNames("notice", tone)}>{children}</div>;
}
