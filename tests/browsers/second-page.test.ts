import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoPassword, type Portal, startPortal } from "@/e2e/support/server";
import { findFirefox, findWebKit } from "@/scripts/lib/browser";
import { openFirefox } from "./support/firefox";
import { type Driver, Hand } from "./support/hand";
import { openWebKit } from "./support/webkit";

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ demo: true });
}, 120_000);
afterAll(() => portal.stop());

describe.each([
  ["Firefox", findFirefox(), openFirefox],
  ["WebKit, Safari's engine", findWebKit(), openWebKit],
] as const)("in %s, at the address that the start command prints,", (_name, isThere, open) => {
  let driver: Driver;
  test.skipIf(!isThere)(
    "whoever signs in is still signed in on the second page, and signed out when they leave",
    async () => {
      driver = await open();
      try {
        const hand = new Hand(driver, portal.origin);
        await hand.signIn("patient@demo.test", demoPassword);
        await hand.go("/my/journal");
        await hand.arrive(/^\/my\/journal$/);
        expect(portal.origin).toMatch(/^http:\/\/localhost:/);
        await hand.press("Sign out");
        await hand.arrive(/^\/sign-in$/);
        await hand.go("/my/journal");
        await hand.arrive(/^\/sign-in$/);
      } finally {
        await driver.close();
      }
    },
  );
});
