import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tone = "plain" | "share" | "gold" | "calm" | "stop";

export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classNames("tag", tone !== "plain" && tone)}>{children}</span>;
}
