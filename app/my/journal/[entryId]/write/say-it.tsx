"use client";

import { lazy, Suspense, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";

const VoiceNote = lazy(() => import("./voice-note"));

/** Speaking instead of writing. The recorder loads when it is asked for. */
export function SayIt({ entryId, writer }: { entryId: string; writer: string }) {
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <Suspense fallback={<p className="small soft">One moment</p>}>
        <VoiceNote entryId={entryId} writer={writer} />
      </Suspense>
    );
  return (
    <button type="button" className={buttonClass("quiet", false, "justify-self-start")} onClick={() => setOpen(true)}>
      Say it instead
    </button>
  );
}
