import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { open, signIn } from "./support/people";
import { type Portal, startPortal } from "./support/server";
import { expectKind, unkindWords } from "./support/words";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal({ demo: true });
});
test.afterAll(() => portal.stop());

const visitors = [
  ["a stranger", null, "/sign-in"],
  ["the admin", "admin@demo.test", "/admin"],
  ["the therapist", "therapist@demo.test", "/therapist"],
  ["the patient", "patient@demo.test", "/my"],
  ["the patient who begins", "patient2@demo.test", "/my"],
  ["the companion", "companion@demo.test", "/companion"],
] as const;

test("an unkind word on the screen would be found", () => {
  expect(unkindWords("This task failed")).toHaveLength(2);
  expect(unkindWords("A stripe, a taskbar, and everything is well")).toEqual([]);
});

for (const [who, email, start] of visitors) {
  test(`${who} finds every page readable: light and dark, phone and desktop, without a fault`, async ({ browser }) => {
    test.setTimeout(300_000);
    const { context, page } = await open(browser, portal, { viewport: { width: 360, height: 780 } });
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`${page.url()}: ${message.text()}`);
    });
    if (email) await signIn(page, email);
    const visited = await everyPage(page, start, async (path) => {
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        `${path} is wider than the phone`,
      ).toBeLessThanOrEqual(360);
      await expectKind(page, path);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expectAccessible(page, `${path} in ${colorScheme}`);
      }
    });
    expect(visited.length).toBeGreaterThan(email ? 3 : 2);
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const path of visited) {
      await page.goto(path);
      await expectAccessible(page, `${path} on a desktop`);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}

/** One practice stands for all. */
const practice = /(\/practices\/)(?!plan|log|own|new)[a-z-]+(\/|$)/;

/** Follows the links of the portal from one page on, one page of each kind. */
async function everyPage(page: Page, start: string, look: (path: string) => Promise<void>): Promise<string[]> {
  const waiting = [start];
  const kinds = new Set<string>();
  const visited: string[] = [];
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const kind = path
      .replace(/\?.*/, "")
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
      .replace(practice, "$1:slug$2");
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await look(path);
    visited.push(path);
    waiting.push(...(await linksOf(page)));
  }
  return visited;
}

const linksOf = (page: Page) =>
  page.$$eval("a[href^='/']:not([download])", (links) =>
    links.map((link) => link.getAttribute("href") ?? "").filter((href) => !/\.csv|#/.test(href)),
  );
