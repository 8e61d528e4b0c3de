import { useEffect } from "react";

const words = "Your sketch is not kept yet. Leave without it?";

/** Asks before this page is left by closing it or by a link, as long as something would be lost. */
export function useWarning(wouldLose: boolean) {
  useEffect(() => {
    if (!wouldLose) return;
    const off = new AbortController();
    const { signal } = off;
    addEventListener("beforeunload", (event) => event.preventDefault(), { signal });
    const byLink = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.("a[href]");
      if (!link || link.getAttribute("href")?.startsWith("#") || confirm(words)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener("click", byLink, { signal, capture: true });
    return () => off.abort();
  }, [wouldLose]);
}
