import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { launchOptions } from "@/e2e/support/browser";
import { demoPassword, startPortal } from "@/e2e/support/server";
import { weighEmptyApp } from "./empty-app";
import { Stop } from "./stop";

const signInLimit = 1.1;
const patientLimit = 1.35;

type Weight = { route: string; bytes: number; limit: number };

/** Prints the first-load JavaScript of the pages beside that of an empty app, and fails above the limits. */
export async function main() {
  const empty = await weighEmptyApp();
  const portal = await startPortal({ demo: true });
  const browser = await chromium.launch(launchOptions());
  let weights: Weight[];
  try {
    weights = await weighPortal(browser, portal.origin);
  } finally {
    await browser.close();
    await portal.stop();
  }
  const rows = weights.map(({ route, bytes, limit }) => ({
    page: route,
    "kB gzip": Number((bytes / 1000).toFixed(1)),
    times: Number((bytes / empty).toFixed(2)),
    "at most": limit,
  }));
  console.table([{ page: "an empty Next app", "kB gzip": Number((empty / 1000).toFixed(1)), times: 1 }, ...rows]);
  const heavy = weights.filter(({ bytes, limit }) => bytes > limit * empty);
  if (heavy.length) throw new Stop(`Too much JavaScript on ${heavy.map(({ route }) => route).join(", ")}`);
}

async function weighPortal(browser: Browser, origin: string): Promise<Weight[]> {
  const signIn = await weigh(await browser.newContext(), `${origin}/sign-in`);
  const weights = [{ route: "/sign-in", bytes: signIn.bytes, limit: signInLimit }];
  const context = await browser.newContext();
  await signInAsPatient(context, origin);
  const open = ["/my"];
  const seen = new Set(["/my"]);
  for (let path = open.shift(); path; path = open.shift()) {
    const { bytes, links } = await weigh(context, origin + path);
    weights.push({ route: routeOf(path), bytes, limit: patientLimit });
    for (const link of links.filter((href) => /^\/my(\/|$)/.test(href))) {
      if (seen.has(routeOf(link))) continue;
      seen.add(routeOf(link));
      open.push(link);
    }
  }
  return weights;
}

async function signInAsPatient(context: BrowserContext, origin: string) {
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.locator("input[type=email]").fill("patient@demo.test");
  await page.locator("input[type=password]").fill(demoPassword);
  await page.locator("main button[type=submit]").first().click();
  await page.waitForURL(`${origin}/my`);
  await page.close();
}

/** All the scripts that a browser with an empty cache loads, and where the page leads. */
async function weigh(context: BrowserContext, url: string) {
  await context.route("**/*", (route) =>
    route.continue({ headers: { ...route.request().headers(), "cache-control": "no-cache" } }),
  );
  const page = await context.newPage();
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      bodies.push(response.body().then((body) => gzipSync(body).length));
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) console.error(`${new URL(url).pathname} answers ${answer?.status()}`);
  const bytes = (await Promise.all(bodies)).reduce((total, size) => total + size, 0);
  const links = await page
    .locator("a[href]")
    .evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href") ?? "", location.href).pathname));
  await page.close();
  return { bytes, links };
}

/** One practice stands for all. */
const practice = /(\/practices\/)(?!plan|log|own|new)[a-z-]+(\/|$)/;
const routeOf = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "[id]").replace(practice, "$1[slug]$2");
