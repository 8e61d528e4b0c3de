import "server-only";
import { cookies } from "next/headers";
import { type CookieKind, cookieAttributes, cookieName, formerName } from "./cookies";

/** What this browser holds under one of the portal's names. */
export const readCookie = async (kind: CookieKind): Promise<string | undefined> =>
  (await cookies()).get(cookieName(kind))?.value;

/** What it holds under a name of before, which may be another portal's. */
export const readFormerCookie = async (kind: keyof typeof formerName): Promise<string | undefined> =>
  (await cookies()).get(formerName[kind])?.value;

/** Gives the browser a cookie: for the visit alone, or for so many seconds. */
export async function giveCookie(kind: CookieKind, value: string, maxAge?: number): Promise<void> {
  (await cookies()).set(cookieName(kind), value, cookieAttributes(maxAge));
}

export async function dropCookie(kind: CookieKind): Promise<void> {
  (await cookies()).delete({ name: cookieName(kind), ...cookieAttributes() });
}

/** Only where the database has said that it is one's own. */
export async function dropFormerCookie(kind: keyof typeof formerName): Promise<void> {
  (await cookies()).delete({ name: formerName[kind], httpOnly: true, secure: true, sameSite: "lax", path: "/" });
}
