/** Lets quiet mode open when the portal does not answer. After everything else, and not while developing. */
export function registerWorker() {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const register = () => void navigator.serviceWorker.register("/sw.js").catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}

/** From quiet mode itself: what it is made of, by what it has loaded. */
export async function tellWorker() {
  if (!navigator.serviceWorker?.controller) return;
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const own = loaded.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
  active?.postMessage({ parts: own.filter((path) => path.startsWith("/_next/static/")) });
}
