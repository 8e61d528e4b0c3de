import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import puppeteer, { type ElementHandle } from "puppeteer-core";
import { findFirefox } from "@/scripts/lib/browser";
import { type Driver, type Find, finding } from "./hand";

/** Firefox by WebDriver BiDi, with a home and a profile that go with it. */
export async function openFirefox(): Promise<Driver> {
  const home = mkdtempSync(path.join(tmpdir(), "threshold-firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: findFirefox(),
    headless: true,
    acceptInsecureCerts: true,
    env: { ...process.env, HOME: home },
  });
  let context = await browser.createBrowserContext();
  let page = await context.newPage();
  const made = (body: string) => new Function(body) as (...args: unknown[]) => unknown;
  const element = async ({ kind, name }: Find) =>
    (await page.evaluateHandle(made(finding), kind, name)) as ElementHandle<Element>;
  return {
    name: await browser.version(),
    go: async (url) => void (await page.goto(url, { waitUntil: "load" })),
    run: async <T>(body: string, ...args: unknown[]) => (await page.evaluate(made(body), ...args)) as T,
    click: async (find) => (await element(find)).click(),
    type: async (find, text) => (await element(find)).type(text),
    forget: async () => {
      await context.close();
      context = await browser.createBrowserContext();
      page = await context.newPage();
    },
    close: async () => {
      await browser.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
