import type { ElementType, ReactNode } from "react";
import { classNames } from "./class-names";

type Props = { children: ReactNode; as?: ElementType; className?: string };
type StackProps = Props & { gap?: "small" | "normal" | "large" };

export function Stack({ children, as: Tag = "div", gap = "normal", className }: StackProps) {
  const space = { small: "gap-2", normal: undefined, large: "gap-8" }[gap];
  return <Tag className={classNames("stack", space, className)}>{children}</Tag>;
}

export function Row({ children, as: Tag = "div", className }: Props) {
  return <Tag className={classNames("row", className)}>{children}</Tag>;
}

/** Two columns (wide, narrow) from 900 px, one below. */
export function Columns({ children, className }: Omit<Props, "as">) {
  return <div className={classNames("two-columns", className)}>{children}</div>;
}
