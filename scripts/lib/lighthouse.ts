import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { launchOptions } from "@/e2e/support/browser";
import { demoPassword, freePort, startPortal } from "@/e2e/support/server";
import { Stop } from "./stop";

const pages = [
  "/my",
  "/my/journal",
  "/my/practices",
  "/my/practices/body-walking",
  "/my/check-ins/new",
  "/my/check-ins",
];
const least = { performance: 95, accessibility: 100 };

type Row = { page: string; performance: number; accessibility: number; "LCP s": string; "TBT ms": string; CLS: string };

/** Runs Lighthouse as a phone on the patient's pages of the demonstration, prints its figures, and fails below the limits. */
export async function main() {
  const portal = await startPortal({ demo: true });
  const port = await freePort();
  const options = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, `--remote-debugging-port=${port}`] });
  try {
    const page = await browser.newPage({ baseURL: portal.origin });
    await page.goto("/sign-in");
    await page.locator("input[type=email]").fill("patient@demo.test");
    await page.locator("input[type=password]").fill(demoPassword);
    await page.locator("main button[type=submit]").first().click();
    await page.waitForURL(/\/(my|quiet)$/);
    const Cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const rows: Row[] = [];
    for (const path of pages) rows.push(await median(() => measure(portal.origin + path, path, port, Cookie)));
    console.table(rows);
    const low = rows.filter((row) => row.performance < least.performance || row.accessibility < least.accessibility);
    if (low.length) throw new Stop(`Below the limits: ${low.map((row) => row.page).join(", ")}`);
  } finally {
    await browser.close();
    await portal.stop();
  }
}

/** The middle of three runs by performance, as Lighthouse advises. */
async function median(run: () => Promise<Row>): Promise<Row> {
  const rows = [await run(), await run(), await run()].sort((a, b) => a.performance - b.performance);
  return rows[1] as Row;
}

async function measure(url: string, page: string, port: number, Cookie: string): Promise<Row> {
  const result = await lighthouse(url, {
    port,
    output: "json",
    logLevel: "error",
    formFactor: "mobile",
    onlyCategories: ["performance", "accessibility"],
    extraHeaders: { Cookie },
  });
  if (!result) throw new Stop(`Lighthouse had no answer for ${page}`);
  const { categories, audits } = result.lhr;
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string) => audits[name]?.numericValue ?? 0;
  return {
    page,
    performance: score("performance"),
    accessibility: score("accessibility"),
    "LCP s": (value("largest-contentful-paint") / 1000).toFixed(2),
    "TBT ms": value("total-blocking-time").toFixed(0),
    CLS: value("cumulative-layout-shift").toFixed(3),
  };
}
