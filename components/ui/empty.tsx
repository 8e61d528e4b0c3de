import type { ReactNode } from "react";
import { Arch } from "./arch";

type Props = { title: string; text?: ReactNode; action?: ReactNode; level?: 2 | 3 };

export function Empty({ title, text, action, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <Arch kind="empty" />
      <Heading className="text-h3">{title}</Heading>
      {text && <p className="soft">{text}</p>}
      {action}
    </div>
  );
}
