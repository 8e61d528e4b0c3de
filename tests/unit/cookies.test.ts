import { describe, expect, test } from "vitest";
import { cookieAttributes, cookieName, formerName } from "@/lib/core/cookies";

const secret = "a secret of at least 32 characters";
const at = (APP_ORIGIN: string, PORTAL_SECRET = secret) => ({ APP_ORIGIN, PORTAL_SECRET });

describe("a cookie", () => {
  test.each(["https://portal.example.org", "https://localhost:3000", "http://192.168.1.5:3000", "http://portal.lan"])(
    "at %s is bound to https and to the host, so that on plain http nobody can sign in",
    (origin) => {
      expect(cookieName("sign-in", at(origin))).toMatch(/^__Host-[0-9a-f]{8}-sign-in$/);
      expect(cookieAttributes(60, at(origin))).toEqual({
        httpOnly: true,
        secure: true,
        sameSite: "lax",
        path: "/",
        maxAge: 60,
      });
    },
  );

  test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])(
    "at %s is one that Safari keeps",
    (origin) => {
      expect(cookieName("sign-in", at(origin))).toMatch(/^[0-9a-f]{8}-sign-in$/);
      expect(cookieAttributes(undefined, at(origin))).toMatchObject({ secure: false, httpOnly: true, sameSite: "lax" });
    },
  );

  test("has another name for another portal on the same host, and the same on every instance of one", () => {
    const [here, there] = [at("http://localhost:3000"), at("http://localhost:4000", `${secret}, another`)];
    expect(cookieName("device", here)).not.toBe(cookieName("device", there));
    expect(cookieName("device", here)).toBe(cookieName("device", at("http://localhost:3000")));
  });

  test("has a name that does not begin as one of before, since next-auth takes such for its parts", () => {
    const name = cookieName("sign-in", at("https://portal.example.org"));
    for (const former of Object.values(formerName)) expect(name.startsWith(former)).toBe(false);
  });
});
