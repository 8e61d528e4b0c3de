// Quiet mode opens when the portal does not answer. Kept here are its page, which holds nothing of anybody, and what that
// page is made of; a new build replaces them together. Nothing else is ever kept, and nothing that is not the portal's: a network
// that asks for a sign-in of its own answers every address with its own page.
const version = "1";
const page = "/quiet";
const prefix = "quiet-";
const still = ["/manifest.webmanifest", "/mark.svg", "/icons/192.png", "/icons/512.png"];
const patience = 4_000;
const ownMark = "x-portal";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(fetch(page, { cache: "no-store", credentials: "omit", redirect: "error" }).then(keep));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === page) event.respondWith(openQuiet(event));
    else if (pathname === "/my" || pathname.startsWith("/my/")) event.respondWith(openOrQuiet(request));
  } else if (pathname.startsWith("/_next/static/") || still.includes(pathname)) {
    event.respondWith(kept(request).then((found) => found ?? fetch(request)));
  }
});

/** Quiet mode tells what it loaded as it ran, so that the same is there next time. */
self.addEventListener("message", (event) => {
  const parts = Array.isArray(event.data?.parts) ? event.data.parts : [];
  event.waitUntil(keepMore(parts.filter((part) => /^\/_next\/static\/[\w\-.~%/]+\.(?:js|css|woff2)$/.test(part))));
});

async function keepMore(parts) {
  const name = (await caches.keys()).find((key) => key.startsWith(prefix));
  const cache = name && (await caches.open(name));
  if (cache) for (const part of parts) if (!(await cache.match(part))) await keepPart(cache, part).catch(() => {});
}

/** From the portal, or from here once it has had its time. */
async function openQuiet(event) {
  const asked = fetch(event.request);
  const slow = new Promise((resolve) => setTimeout(resolve, patience)).then(() => kept(page));
  const answer = await Promise.race([asked.catch(() => undefined), slow]);
  if (answer?.ok && answer.headers.get("x-kept") !== "here") event.waitUntil(keep(answer.clone()).catch(() => {}));
  if (answer && answer.status < 500 && (answer.headers.has(ownMark) || answer.type === "opaqueredirect")) return answer;
  return (await kept(page)) ?? asked;
}

/** Any other page of one's own space comes from the portal alone. While that is away, quiet mode is open. */
async function openOrQuiet(request) {
  const answer = await fetch(request).catch(() => undefined);
  if (answer && ![502, 503, 504].includes(answer.status)) return answer;
  if (await kept(page)) return Response.redirect(new URL(page, self.location.origin).href, 302);
  return answer ?? Response.error();
}

const kept = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });

/** Keeps the page with all that it is made of, and then lets go of what an earlier build was made of. */
async function keep(answer) {
  if (!answer.ok || answer.redirected || !answer.headers.has(ownMark)) throw new Error("Quiet mode is not there");
  const html = await answer.clone().text();
  const parts = partsOf(html);
  const name = `${prefix}${version}-${await digest([...parts].sort().join("\n"))}`;
  const fresh = !(await caches.has(name));
  const cache = await caches.open(name);
  try {
    if (fresh) for (const part of [...parts, ...still]) await keepPart(cache, part);
    await cache.put(page, marked(answer, html));
  } catch (error) {
    if (fresh) await caches.delete(name);
    throw error;
  }
  for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await caches.delete(other);
}

async function keepPart(cache, part) {
  const answer = await fetch(part, { credentials: "omit", redirect: "error" });
  if (!answer.ok || !answer.headers.has(ownMark)) throw new Error("A part of quiet mode is not there");
  await cache.put(part, answer.clone());
  if (!part.endsWith(".css")) return;
  for (const [, font] of (await answer.text()).matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)) {
    const { href, origin } = new URL(font, new URL(part, self.location.origin));
    if (origin === self.location.origin && !(await cache.match(href))) await cache.add(href);
  }
}

/** Scripts, styles and fonts that the page names. */
const partsOf = (html) =>
  new Set([...html.matchAll(/\/_next\/static\/[\w\-.~%/]+\.(?:js|css|woff2)/g)].map(([path]) => path));

/** The same page with its own headers, so that its nonce goes on holding. */
function marked(answer, html) {
  const headers = new Headers(answer.headers);
  for (const name of ["set-cookie", "content-encoding", "content-length"]) headers.delete(name);
  headers.set("x-kept", "here");
  return new Response(html, { status: 200, headers });
}

async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
