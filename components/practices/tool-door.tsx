"use client";

import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button-class";

const Pacer = lazy(() => import("./pacer"));
const Timer = lazy(() => import("./timer"));
const BodyScan = lazy(() => import("./body-scan"));

type Props = {
  tool: "pacer" | "timer" | "bodyScan";
  steps: string[];
  /** Time is shown without being asked for. */
  showsTime: boolean;
};

const words = { pacer: "Breathe with a shape", timer: "Sit with a bell", bodyScan: "Be led through, step by step" };

/** What a practice offers beside its words. Its code is fetched when it is opened; without JavaScript the words are enough. */
export function ToolDoor({ tool, steps, showsTime }: Props) {
  const [open, setOpen] = useState(false);
  const hydrated = useSyncExternalStore(never, yes, no);
  if (!hydrated) return null;
  if (!open) {
    return (
      <button
        type="button"
        className={buttonClass("primary", true, "justify-self-start")}
        onClick={() => setOpen(true)}
      >
        {words[tool]}
      </button>
    );
  }
  return (
    <div ref={intoView} tabIndex={-1} className="tool-place">
      <Suspense fallback={<p className="soft">One moment</p>}>
        {tool === "pacer" && <Pacer />}
        {tool === "timer" && <Timer showsTime={showsTime} />}
        {tool === "bodyScan" && <BodyScan steps={steps} />}
      </Suspense>
    </div>
  );
}

/** What takes the place of a button that was pressed takes its focus too. */
const intoView = (element: HTMLElement | null) => element?.focus({ preventScroll: true });

const never = () => () => {};
const yes = () => true;
const no = () => false;
