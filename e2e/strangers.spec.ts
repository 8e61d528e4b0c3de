import { expect, type Page, test } from "@playwright/test";
import { open, openAs } from "./support/people";
import { type Portal, startPortal } from "./support/server";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal({ demo: true });
});
test.afterAll(() => portal.stop());

const owners = [
  ["therapist@demo.test", "/therapist"],
  ["patient@demo.test", "/my"],
  ["companion@demo.test", "/companion"],
] as const;

const others: Record<string, string[]> = {
  "therapist@demo.test": ["therapist2@demo.test", "patient@demo.test", "companion@demo.test", "admin@demo.test"],
  "patient@demo.test": ["patient2@demo.test", "therapist@demo.test", "companion@demo.test", "admin@demo.test"],
  "companion@demo.test": ["patient2@demo.test", "therapist2@demo.test", "admin@demo.test"],
};

for (const [owner, home] of owners) {
  test(`whoever is not ${owner} finds nothing under their addresses`, async ({ browser }) => {
    test.setTimeout(180_000);
    const own = await openAs(browser, portal, owner);
    const addresses = await addressesOf(own, home);
    expect(addresses.length).toBeGreaterThan(1);
    for (const other of others[owner] ?? []) {
      const page = await openAs(browser, portal, other);
      for (const address of addresses) {
        const answer = await page.request.get(address, { maxRedirects: 0 });
        expect(await reached(answer), `${other} at ${address}`).toBe(false);
      }
      await page.context().close();
    }
    const { page: stranger } = await open(browser, portal);
    for (const address of addresses) {
      const answer = await stranger.request.get(address, { maxRedirects: 0 });
      expect(answer.status(), `a stranger at ${address}`).toBe(307);
      expect(answer.headers().location).toContain("/sign-in");
    }
  });
}

test("a cookie that was copied before signing out opens nothing afterwards", async ({ browser }) => {
  const page = await openAs(browser, portal, "patient@demo.test");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/sign-in/);
  const thief = await browser.newContext({ baseURL: portal.origin });
  await thief.addCookies(cookies);
  const copy = await thief.newPage();
  await copy.goto("/my");
  await expect(copy).toHaveURL(/sign-in/);
});

test("an action that another site sends is refused", async ({ browser }) => {
  const page = await openAs(browser, portal, "patient@demo.test");
  await page.goto("/my/goals/new");
  const body = await page
    .locator("main form")
    .evaluate((form: HTMLFormElement) => [...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const multipart = Object.fromEntries(body.map(([name, value]) => [name, value]));
  const filled = { ...multipart, from: "Planted", to: "Planted", success: "" } as Record<string, string>;
  for (const headers of [{ origin: "https://evil.example" }, {}] as Record<string, string>[]) {
    await page.request.post("/my/goals/new", { multipart: filled, headers, maxRedirects: 0 });
  }
  await page.goto("/my/goals");
  await expect(page.getByText("Planted")).toHaveCount(0);
});

/** Every address with an id in it that one reaches from one's own record, or from the record of the demonstration's first patient. */
async function addressesOf(page: Page, home: string): Promise<string[]> {
  if (home === "/therapist") {
    await page.goto("/therapist/patients");
    await page.getByRole("link", { name: /Noor/ }).first().click();
    await expect(page).toHaveURL(/patients\/[0-9a-f-]{36}/);
  } else {
    await page.goto(home === "/my" ? "/my/sessions" : home);
  }
  const found = new Set([new URL(page.url()).pathname]);
  for (const address of found) {
    await page.goto(address);
    const links = await page.$$eval("main a[href^='/']", (all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const link of links.map((each) => each.replace(/[?#].*/, "")))
      if (hasId(link) && found.size < 40) found.add(link);
  }
  return [...found].filter(hasId);
}

const hasId = (address: string) => /[0-9a-f]{8}-/.test(address);
const reached = async (answer: { status: () => number }) => answer.status() === 200;
