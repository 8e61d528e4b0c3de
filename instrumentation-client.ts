import { heard, StrangeAnswer } from "@/lib/core/answers";

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

// Of an answer to a server action that is not the portal's, Next says only that it was unexpected. The form should say why.
const ask = window.fetch;
window.fetch = async (input, init) => {
  const response = await ask.call(window, input, init);
  const isAction = init?.method === "POST" && new Headers(init.headers).has("next-action");
  if (isAction && !heard(response).isOwn) throw new StrangeAnswer(heard(response));
  return response;
};
