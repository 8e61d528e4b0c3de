"use client";

import { type ComponentProps, lazy, Suspense, useSyncExternalStore } from "react";

const SketchPad = lazy(() => import("./sketch-pad"));

/** The paper, whose code is fetched once the page is there. */
export function SketchOpener(props: ComponentProps<typeof SketchPad>) {
  const ready = useSyncExternalStore(never, yes, no);
  const waiting = (
    <div className="sketch">
      <div className="paper" />
      <noscript>
        <p className="soft">Drawing needs JavaScript. The words below work without it.</p>
      </noscript>
    </div>
  );
  return ready ? (
    <Suspense fallback={waiting}>
      <SketchPad {...props} />
    </Suspense>
  ) : (
    waiting
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;
