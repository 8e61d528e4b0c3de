import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { formerName } from "@/lib/core/cookies";
import { expectAccessible } from "./support/axe";
import { open, signIn } from "./support/people";
import { freePort, type Portal, startPortal } from "./support/server";

const portals: Portal[] = [];
const start = async (...given: Parameters<typeof startPortal>) => {
  const portal = await startPortal(...given);
  portals.push(portal);
  return portal;
};
test.beforeEach(() => test.setTimeout(180_000));
test.afterEach(async () => {
  for (const portal of portals.splice(0)) await portal.stop();
});

const numbered = (portal: Portal) => portal.origin.replace("localhost", "127.0.0.1");

test("whoever opens the machine's number is led to the portal's address, and the terminal says it once", async ({
  browser,
}) => {
  const portal = await start();
  const { page } = await open(browser, portal);
  await page.goto(`${numbered(portal)}/privacy?from=a%20letter`);
  expect(page.url()).toBe(`${portal.origin}/privacy?from=a%20letter`);
  expect(portal.output().match(/they are led there/g)).toHaveLength(1);
  const health = await fetch(`${numbered(portal)}/api/health`, { redirect: "manual" });
  expect(health.status).toBe(200);
  for (const path of ["//evil.example/x", "/\\evil.example"]) {
    const answer = await fetch(`${numbered(portal)}${path}`, { redirect: "manual" });
    expect(answer.headers.get("location") ?? "").toMatch(new RegExp(`^${portal.origin}/`));
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`a form on a page at another address says so and keeps what was typed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const port = await freePort();
    const before = `http://127.0.0.1:${port}`;
    const portal = await start({ env: { PORT: String(port), APP_ORIGIN: before } });
    const { page } = await open(browser, portal, { javaScriptEnabled });
    await page.goto(`${before}/forgot`);
    await page.getByLabel("E-mail address").fill("noor@people.test");
    await portal.restart({ APP_ORIGIN: `http://localhost:${port}` });
    await page.getByRole("button", { name: /Send/ }).click();
    await expect(page.getByRole("alert").filter({ hasText: "another address" })).toContainText(
      `Open http://localhost:${port} instead. What you typed is still on this page`,
    );
    await expect(page.getByLabel("E-mail address")).toHaveValue("noor@people.test");
    expect(page.url()).toBe(`${before}/forgot`);
    if (javaScriptEnabled) await expectAccessible(page, "a form at another address");
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: test.info().outputPath(`elsewhere-${width}.png`), fullPage: true });
    }
  });
}

const isSignedIn = async (page: Page, portal: Portal) => {
  await page.goto(`${portal.origin}/my/journal`);
  return new URL(page.url()).pathname === "/my/journal";
};

const namesIn = async (context: BrowserContext) => (await context.cookies()).map(({ name }) => name);

test("two portals on one host sign nobody out of the other", async ({ browser }) => {
  const [real, demonstration] = [await start({ demo: true }), await start({ demo: true })];
  const { page, context } = await open(browser, real);
  for (const portal of [real, demonstration]) {
    await signIn(page, "patient@demo.test", undefined, portal.origin);
  }
  for (const portal of [real, demonstration]) expect(await isSignedIn(page, portal)).toBe(true);
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(`${demonstration.origin}/sign-in?left=1`);
  expect(await isSignedIn(page, real)).toBe(true);

  // The names of before an upgrade: one for all portals of a host.
  const held = (await context.cookies()).find(({ name }) => name.endsWith("-sign-in"));
  await context.clearCookies();
  const former = { name: formerName["sign-in"], value: held?.value ?? "", domain: "localhost", path: "/" };
  await context.addCookies([{ ...former, secure: true, httpOnly: true, sameSite: "Lax" }]);
  expect(await isSignedIn(page, real)).toBe(true);
  expect(await isSignedIn(page, demonstration)).toBe(false);
  await expect(page).toHaveURL(`${demonstration.origin}/sign-in`);
  await signIn(page, "patient@demo.test", undefined, demonstration.origin);
  expect(await isSignedIn(page, demonstration)).toBe(true);
  await page.getByRole("button", { name: "Sign out" }).first().click();
  expect(await namesIn(context)).toContain(formerName["sign-in"]);
  expect(await isSignedIn(page, real)).toBe(true);
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(`${real.origin}/sign-in?left=1`);
  expect(await namesIn(context)).not.toContain(formerName["sign-in"]);
});
