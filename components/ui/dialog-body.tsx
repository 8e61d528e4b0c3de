"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useState } from "react";
import type { DialogProps } from "./dialog";

export default function DialogBody({ open, onClose, title, text, children }: DialogProps) {
  // Portalled inside the space, so that its accent reaches the dialog.
  const [space] = useState(() => document.querySelector<HTMLElement>("[data-space]"));
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal container={space}>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog stack">
          <AlertDialog.Title>{title}</AlertDialog.Title>
          {text && <AlertDialog.Description className="soft">{text}</AlertDialog.Description>}
          {children}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
