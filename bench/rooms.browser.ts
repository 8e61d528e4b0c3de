import { chromium, type Page } from "@playwright/test";
import { launchOptions } from "@/e2e/support/browser";
import { cookieAttributes, cookieName } from "@/lib/core/cookies";
import type { Room } from "./rooms.world";

const lines = 500;
const hours = 4;
const step = Math.round((hours * 3_600_000) / lines);

/** 500 lines over four hours of the browser's own clock: how many nodes the page has and how large its heap is, before and after. */
export async function measureLongRoom(origin: string, { sessionId, companion }: Room) {
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } });
    const { secure, httpOnly, path } = cookieAttributes();
    const cookie = { name: cookieName("sign-in"), value: companion.handle, domain: "localhost", path };
    await context.addCookies([{ ...cookie, secure, httpOnly, sameSite: "Lax" }]);
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`/companion/sessions/${sessionId}/room`);
    const said = page.getByLabel("They said");
    const rows = [await weigh(page, "opened")];
    for (let n = 1; n <= lines; n++) {
      await said.fill(`Line ${n}: you can hang it there, by the door, where it dries.`);
      await said.press("Enter");
      await page.clock.runFor(step);
      if (n % 30 === 0) await page.getByRole("button", { name: "Looked in" }).click();
      if ([60, 250, lines].includes(n)) rows.push(await weigh(page, `${n} lines`));
    }
    await page.getByRole("button", { name: "Earlier" }).click();
    rows.push(await weigh(page, "an earlier page"));
    return rows;
  } finally {
    await browser.close();
  }
}

async function weigh(page: Page, when: string) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.enable");
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  const shown = await page.locator(".room-lines li").count();
  await cdp.detach();
  return { when, elements, "lines on the page": shown, "heap MB": Number((usedSize / 1_048_576).toFixed(2)) };
}
