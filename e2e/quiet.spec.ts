import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { hasWriter, keptOnDevice } from "./support/device";
import { openAs, signIn } from "./support/people";
import { type Portal, startPortal } from "./support/server";

let portal: Portal;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  portal = await startPortal({ demo: true });
});
test.afterEach(() => portal.stop());

const phone = { width: 390, height: 844 };

/** Opens quiet mode and waits until the device could open it alone. */
async function openQuiet(page: Page) {
  await page.setViewportSize(phone);
  await page.goto("/quiet");
  await page.waitForFunction(async () => Boolean(await caches.match("/quiet", { ignoreVary: true })), undefined, {
    timeout: 30_000,
  });
  await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller));
}

const fragmentsKept = async (page: Page) => (await keptOnDevice(page, "quiet.")).length;

async function keep(page: Page, word: string) {
  await page.getByRole("link", { name: "Keep a fragment" }).click();
  await page.getByRole("textbox", { name: "A word" }).fill(word);
  await page.getByRole("button", { name: "Ember" }).click();
  await page.getByRole("button", { name: "Keep", exact: true }).click();
}

test("a fragment left while the portal is dead is in the journal once, when the portal is back", async ({
  browser,
}) => {
  const page = await openAs(browser, portal, "patient@demo.test");
  await openQuiet(page);
  await expect.poll(() => hasWriter(page)).toBe(true);
  await portal.kill("SIGKILL");
  await page.goto("/my/journal");
  await expect(page).toHaveURL(/\/quiet$/);
  await keep(page, "the door stood open");
  await expect(page.getByText("Kept here")).toBeVisible();
  expect(await fragmentsKept(page)).toBe(1);
  await portal.restart();
  await expect(page.getByText("Sent", { exact: true })).toBeVisible({ timeout: 60_000 });
  expect(await fragmentsKept(page)).toBe(0);
  await page.goto("/my/journal");
  await expect(page.getByText("the door stood open")).toHaveCount(1);
});

test("breathing, calling and resting work while the portal is dead, and the page is open to everybody's use", async ({
  browser,
}) => {
  const page = await openAs(browser, portal, "patient@demo.test");
  // The words of a breath fade in and out; held still, they can be measured.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openQuiet(page);
  await expectAccessible(page, "quiet");
  await portal.kill("SIGKILL");
  await page.goto("/quiet");
  for (const [name, sign] of [
    ["Breathe", page.locator(".breath-arch").first()],
    ["Call somebody", page.getByRole("link", { name: /988 talk/ })],
  ] as const) {
    await page.getByRole("link", { name }).click();
    await expect(sign).toBeVisible();
    await expectAccessible(page, name);
    await page.getByRole("link", { name: "Back" }).click();
  }
  await page.getByRole("link", { name: "Rest" }).click();
  await expect(page.getByRole("link", { name: "Back" })).toBeVisible();
  await expect(page.getByText("Sam")).toHaveCount(0);
});

test("what a device keeps names nobody, and signing out takes its key away", async ({ browser }) => {
  const page = await openAs(browser, portal, "patient@demo.test");
  await openQuiet(page);
  await expect.poll(() => hasWriter(page)).toBe(true);
  const kept = await page.evaluate(async () => {
    const found: { url: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url);
        const answer = await cache.match(request);
        found.push({ url: pathname, text: pathname === "/quiet" && answer ? await answer.text() : "" });
      }
    }
    return found;
  });
  for (const { url } of kept)
    expect(url).toMatch(/^\/(quiet$|_next\/static\/|icons\/|manifest\.webmanifest$|mark\.svg$)/);
  const shell = kept.find(({ url }) => url === "/quiet")?.text ?? "";
  expect(shell).toContain("Breathe");
  for (const word of ["Noor", "Haddad", "patient@demo.test", "Riverbend", "Sam"]) expect(shell).not.toContain(word);
  await page.goto("/my/more");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => hasWriter(page)).toBe(false);
});

test("another person on the same device sends nothing of the first; the first does, once back", async ({ browser }) => {
  const page = await openAs(browser, portal, "patient@demo.test");
  await openQuiet(page);
  await expect.poll(() => hasWriter(page)).toBe(true);
  await page.route("**/api/fragments", (route) => route.abort());
  await keep(page, "only mine");
  await expect(page.getByText("Kept here")).toBeVisible();
  const held = (await keptOnDevice(page, "quiet.")).join();
  expect(held.length).toBeGreaterThan(40);
  for (const word of ["only mine", "ember"]) expect(held).not.toContain(word);
  await page.context().clearCookies();
  await page.unroute("**/api/fragments");
  await signIn(page, "patient2@demo.test");
  const asked = page.waitForResponse("**/api/fragments");
  await page.goto("/quiet");
  expect((await asked).status()).toBe(200);
  expect(await fragmentsKept(page)).toBe(1);
  for (const path of ["/quiet#keep", "/my/journal"]) {
    await page.goto(path);
    await expect(page.locator("body")).not.toContainText("only mine");
  }
  await page.context().clearCookies();
  await signIn(page, "patient@demo.test");
  await page.goto("/quiet");
  await expect.poll(() => fragmentsKept(page), { timeout: 30_000 }).toBe(0);
  await page.goto("/my/journal");
  await expect(page.getByText("only mine")).toHaveCount(1);
});
