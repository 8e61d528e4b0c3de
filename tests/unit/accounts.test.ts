import { describe, expect, test } from "vitest";
import { invitationEnd, invitationState } from "@/lib/accounts/invitations/rules";
import { reasonNotToUse } from "@/lib/accounts/passwords/rules";
import { deviceWords, secondsLeft } from "@/lib/accounts/signIns/rules";
import { waitWords } from "@/lib/accounts/throttle/rules";

const names = ["Riverbend Clinic", "Noor", "Noor Haddad", "noor.haddad@example.org"];

describe("a password that many would guess first is refused", () => {
  test.each([
    "passwordpassword",
    "Password12345678",
    "P@ssw0rdP@ssw0rd",
    "aaaaaaaaaaaaaaaaaaa",
    "123456789012345",
    "qwertyuiopasdfghjkl",
    "abcabcabcabcabcabc",
    "correct horse battery staple",
    "summer2026summer2026",
    "Noor Haddad 1984!",
    "riverbendclinic2026",
    "noor.haddad@example.org",
  ])("%s", (password) => expect(reasonNotToUse(password, names)).toEqual(expect.any(String)));
});

describe("any other is taken, of whatever characters", () => {
  test.each([
    "kayak lantern mossy violin",
    "Прекрасный день в горах",
    "水の音が聞こえる静かな朝の庭で",
    "4829174659301827465",
    "9f8a7d6s5f4g3h2j1k",
    "noor swims past the lighthouse",
  ])("%s", (password) => expect(reasonNotToUse(password, names)).toBeNull());
});

test("an invitation is open until the very end of its seven days", () => {
  const from = new Date("2026-11-21T10:00:00Z");
  const dates = { acceptedAt: null, revokedAt: null, expiresAt: invitationEnd(from) };
  expect(invitationState(dates, new Date("2026-11-28T09:59:59.999Z"))).toBe("open");
  expect(invitationState(dates, new Date("2026-11-28T10:00:00Z"))).toBe("expired");
  expect(invitationState({ ...dates, revokedAt: from }, from)).toBe("revoked");
  expect(invitationState({ ...dates, acceptedAt: from, revokedAt: from }, from)).toBe("accepted");
});

test("a sign-in ends by the idle limit or the absolute one, whichever comes first", () => {
  const at = new Date("2026-11-21T10:00:00Z");
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  const signIn = { lastSeenAt: at, idleMinutes: 15, endsAt: later(600) };
  expect(secondsLeft(signIn, at)).toBe(900);
  expect(secondsLeft({ ...signIn, endsAt: later(2) }, at)).toBe(120);
  expect(secondsLeft(signIn, later(16))).toBe(0);
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1",
    "Safari on iPhone",
  ],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0", "Edge on Windows"],
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36", "Chrome on Android"],
  ["curl/8.5", "A browser"],
])("%s is known to its owner as %s", (userAgent, words) => expect(deviceWords(userAgent)).toBe(words));

test("waiting is said in minutes", () => {
  expect([1, 60_000, 60_001, 900_000].map(waitWords)).toEqual(["a minute", "a minute", "2 minutes", "15 minutes"]);
});
