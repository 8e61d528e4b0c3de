import type { NextAuthOptions } from "next-auth";
import { cookieAttributes, cookieName } from "./cookies";
import { sha256 } from "./crypto";
import { deriveSecret, env } from "./env";
import { orNull } from "./errors";
import { log } from "./log";
import { readAs, type SignedIn } from "./reading";

export type { SignedIn } from "./reading";

/** Who holds this handle, or null when its sign-in has ended, by whatever cause and on whichever instance. */
export const findSignedIn = (handle: string): Promise<SignedIn | null> => findActing(sha256(handle));

/** The same by the hash of a handle, as a job keeps it that works under the sign-in of the one who asked. */
export const findActing = (handleHash: string): Promise<SignedIn | null> =>
  orNull(readAs(handleHash, async (_db, signedIn) => signedIn));

/**
 * The cookie holds a random handle and nothing else; what it stands for is a row in Postgres that can be ended at any moment.
 * Signing in happens in a server action of the portal, so there is no provider here.
 */
export function authOptions(find = findSignedIn, name = cookieName("sign-in")): NextAuthOptions {
  process.env.NEXTAUTH_URL ??= env().APP_ORIGIN;
  const options = cookieAttributes();
  let endsAt: Date | undefined;
  return {
    providers: [],
    secret: deriveSecret(env().PORTAL_SECRET, "next-auth").toString("base64url"),
    useSecureCookies: options.secure,
    logger: { error: quietly, warn: quietly, debug: quietly },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: 24 * 60 * 60 },
    cookies: {
      sessionToken: { name, options },
      csrfToken: { name: cookieName("csrf"), options },
      callbackUrl: { name: cookieName("callback"), options },
    },
    jwt: {
      decode: async ({ token }) => {
        const found = token ? await find(token) : null;
        endsAt = found?.endsAt;
        return found && token ? { handle: token } : null;
      },
      encode: async ({ token }) => String(token?.handle ?? ""),
    },
    callbacks: { session: async ({ session }) => ({ expires: endsAt?.toISOString() ?? session.expires }) },
  };
}

/** An ended sign-in is an ordinary thing here, and next-auth's reports quote what was sent. */
const quietly = (code: string) => log.debug({ nextAuth: code });
