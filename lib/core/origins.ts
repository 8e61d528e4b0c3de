/** An address that only the machine itself reaches. */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** A host as browsers name it: small letters, an umlaut in ASCII, no default port. Undefined when it is none. */
export function plainHost(host: string, scheme: "http" | "https"): string | undefined {
  const text = `${scheme}://${host.trim()}`;
  if (!URL.canParse(text)) return undefined;
  const { host: plain, origin, href } = new URL(text);
  return href === `${origin}/` ? plain : undefined;
}

/** What a request for a page says of the address at which the browser stands. */
export type Seen = {
  method: string;
  /** Path and query as they came. */
  url: string;
  /** By the proxy's word, or the browser's own. */
  host?: string;
  /** By the proxy's word; unknown without one. */
  scheme?: string;
  referrer?: string;
  fetchSite?: string;
  fetchMode?: string;
  /** It was led here a moment ago. */
  wasLed: boolean;
};

/**
 * Where to lead a browser that stands at another address than the portal's own: the same path and query there, or undefined. What the
 * portal's pages ask for in the background is left alone, and so is `/api/health`, which is asked by the machine's name.
 */
export function whereToLead(seen: Seen, origin: string): string | undefined {
  if (seen.method !== "GET" && seen.method !== "HEAD") return undefined;
  if (!URL.canParse(seen.url, origin)) return undefined;
  const { pathname, search } = new URL(seen.url, origin);
  if (/^\/(api|_next)\//.test(pathname) || isAtHome(seen, origin)) return undefined;
  return `${origin}${pathname}${search}`;
}

function isAtHome(seen: Seen, origin: string): boolean {
  const { host: own, protocol } = new URL(origin);
  const scheme = protocol === "https:" ? "https" : "http";
  const host = seen.host === undefined ? own : plainHost(seen.host, scheme);
  // A proxy that hides the browser's address would lead in circles.
  if (seen.wasLed || isFrom(origin, seen)) return true;
  if (host !== own) return false;
  // Browsers add this only where the way is safe: a proxy further out ends TLS.
  return seen.scheme !== "http" || scheme !== "https" || seen.fetchMode !== undefined;
}

/** The browser itself says that it comes from a page at this address and stays there. */
const isFrom = (origin: string, { referrer = "", fetchSite }: Seen) =>
  fetchSite === "same-origin" && URL.canParse(referrer) && new URL(referrer).origin === origin;

export const unreadable =
  "cannot be read: a special character in its password must be written as its code, @ as %40, : as %3A, / as %2F, ? as %3F, # as %23, % as %25";

/** Why a setting is not an address that begins so. Never repeats it: there may be a password in it. */
export function reasonNotAnAddress(text: string, schemes: string[]): string | undefined {
  const starts = schemes.map((scheme) => `${scheme}://`);
  const [, rest] = text.match(/^\w+:\/\/(.*)$/s) ?? [];
  const isNone = `must be a URL that begins with ${starts.join(" or ")}`;
  if (rest === undefined || !starts.some((start) => text.toLowerCase().startsWith(start))) return isNone;
  if (rest.includes("@") && hasBareSigns(text, rest)) return unreadable;
  return URL.canParse(text) ? undefined : isNone;
}

/** A sign in the password that ends it for whoever reads the address. */
function hasBareSigns(text: string, rest: string): boolean {
  const [authority = "", path = ""] =
    rest
      .split(/[?#]/)[0]
      ?.match(/^([^/]*)(.*)$/s)
      ?.slice(1) ?? [];
  if (!URL.canParse(text) || path.includes("@")) return true;
  try {
    decodeURIComponent(authority);
    return false;
  } catch {
    return true;
  }
}
