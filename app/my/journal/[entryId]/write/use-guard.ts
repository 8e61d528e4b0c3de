import { useEffect } from "react";

const question = "Your recording is not kept yet. Leave this page without it?";

/** Asks before leaving while something would be lost. */
export function useGuard(on: boolean) {
  useEffect(() => {
    if (!on) return;
    const off = new AbortController();
    const leave = (event: MouseEvent) => {
      const way = (event.target as HTMLElement).closest("a[href]:not([download]), button[type=submit]");
      if (!way || window.confirm(question)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener("click", leave, { capture: true, signal: off.signal });
    addEventListener("beforeunload", (event) => event.preventDefault(), { signal: off.signal });
    return () => off.abort();
  }, [on]);
}
