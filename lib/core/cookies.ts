import { deriveSecret, env } from "./env";
import { isLoopback } from "./origins";

/** Every cookie that the portal gives; no name stands anywhere else. */
export type CookieKind = "sign-in" | "device" | "notice" | "search" | "demonstration" | "csrf" | "callback" | "led";

type Setting = { APP_ORIGIN: string; PORTAL_SECRET: string };

/**
 * Browsers keep one jar for all ports of a host, so the name says whose it is: a mark of the installation, the same on all its
 * instances. The prefix binds a cookie to https and to this host. On plain http at a loopback address WebKit drops it and every
 * cookie that is `Secure`, so there the name has no prefix.
 */
export function cookieName(kind: CookieKind, from: Setting = env()): string {
  return `${isSecure(from) ? "__Host-" : ""}${markOf(from.PORTAL_SECRET)}-${kind}`;
}

/** What stood there before names told portals apart. Maybe another portal's: read only where the database knows whose it is. */
export const formerName = { "sign-in": "__Host-threshold", device: "__Host-device" } as const;

/** For the visit alone, or for so many seconds. */
export const cookieAttributes = (maxAge?: number, from: Setting = env()) =>
  ({ httpOnly: true, secure: isSecure(from), sameSite: "lax", path: "/", maxAge }) as const;

/** The same as a line of an answer's head. */
export function cookieLine(kind: CookieKind, value: string, maxAge: number): string {
  const secure = cookieAttributes().secure ? "; Secure" : "";
  return `${cookieName(kind)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

const isSecure = ({ APP_ORIGIN }: Setting) => !(APP_ORIGIN.startsWith("http:") && isLoopback(APP_ORIGIN));

const marks = new Map<string, string>();

function markOf(secret: string): string {
  const mark = marks.get(secret) ?? deriveSecret(secret, "cookie names").toString("hex").slice(0, 8);
  marks.set(secret, mark);
  return mark;
}
