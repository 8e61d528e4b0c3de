import NextAuth from "next-auth";
import { signOut } from "@/lib/accounts/signIns/commands";
import { authOptions } from "@/lib/core/auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Whoever signs out here ends the sign-in itself, not only the cookie. */
const handler = (request: Request, context: Context) =>
  NextAuth({
    ...authOptions(),
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.handle === "string") await signOut(token.handle);
      },
    },
  })(request, context);

export { handler as GET, handler as POST };
