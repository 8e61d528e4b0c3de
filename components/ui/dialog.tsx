"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";

const DialogBody = lazy(() => import("./dialog-body"));

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What it means, in a sentence or two. */
  text?: ReactNode;
  /** A form, or a Row of buttons, one of which closes without acting. */
  children: ReactNode;
};

/** Asks for an answer before anything else. Its code is fetched when it first opens. */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return wanted ? (
    <Suspense>
      <DialogBody {...props} />
    </Suspense>
  ) : null;
}
