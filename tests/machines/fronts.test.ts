import { chromium } from "@playwright/test";
import { expect } from "vitest";
import { launchOptions } from "@/e2e/support/browser";
import { type Running as Front, host, startProxy } from "@/e2e/support/proxies";
import { demoPassword } from "@/e2e/support/server";
import { ensureOtherBrowsers } from "@/scripts/lib/browser";
import { ensureProxies, proxies } from "@/scripts/lib/proxies";
import { openFirefox } from "../browsers/support/firefox";
import { type Driver, Hand } from "../browsers/support/hand";
import { openWebKit } from "../browsers/support/webkit";
import { serves } from "./support/machine";
import type { Running } from "./support/portal";

ensureProxies();
ensureOtherBrowsers({ must: true });

for (const name of proxies)
  serves(`behind ${name}, as docs/running.md shows it`, () => {
    let proxy: Front | undefined;
    return {
      env: { APP_ORIGIN: `https://${host}` },
      behind: async ({ port }) => {
        proxy = await startProxy(name, port);
        return String(proxy.ports.safe);
      },
      after: async () => proxy?.stop(),
    };
  });

const seenIn =
  (open: () => Promise<Driver>) =>
  async ({ origin }: Running) => {
    const driver = await open();
    try {
      const hand = new Hand(driver, origin);
      await hand.signIn("patient@demo.test", demoPassword);
      await hand.go("/my/journal");
      await hand.arrive(/^\/my\/journal$/);
    } finally {
      await driver.close();
    }
  };

serves("http://localhost in Firefox ESR", { look: seenIn(openFirefox) });
serves("http://localhost in WebKit, Safari's engine", { look: seenIn(openWebKit) });
serves("http://localhost in Chromium", {
  look: async ({ origin }) => {
    const browser = await chromium.launch(launchOptions());
    try {
      const page = await browser.newPage({ baseURL: origin });
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").fill("patient@demo.test");
      await page.getByLabel("Password", { exact: true }).fill(demoPassword);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL(/\/my/);
      await page.goto("/my/journal");
      expect(new URL(page.url()).pathname).toBe("/my/journal");
    } finally {
      await browser.close();
    }
  },
});
