type Policy = { createScriptURL: (url: string) => string | null };
type Factory = { createPolicy: (name: string, policy: Policy) => unknown };

// The bundler's runtime sets script addresses as plain strings, which Trusted Types refuse. Only our own chunks get through,
// and the service worker.
const factory = (window as { trustedTypes?: Factory }).trustedTypes;
factory?.createPolicy("default", { createScriptURL: (url) => (isOwnChunk(url) ? url : null) });

function isOwnChunk(url: string) {
  const { origin, pathname } = new URL(url, location.origin);
  if (origin !== location.origin) return false;
  return pathname === "/sw.js" || (pathname.startsWith("/_next/static/chunks/") && pathname.endsWith(".js"));
}
