import { expect, test } from "@playwright/test";
import { keptOnDevice } from "./support/device";
import { openAs } from "./support/people";
import { demoPassword, type Portal, startPortal } from "./support/server";
import { saved, yourWords } from "./support/space";

let portal: Portal;
test.beforeEach(async () => {
  portal = await startPortal({ demo: true });
});
test.afterEach(() => portal.stop());

test("the portal is killed while a patient writes; nothing is lost when it is back", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await openAs(browser, portal, "patient@demo.test");
  await page.goto("/my/journal/new?kind=page");
  await yourWords(page).fill("Kept by the portal. ");
  await saved(page);
  await yourWords(page).press("End");
  await yourWords(page).pressSequentially("Typed as it died.", { delay: 20 });
  await portal.kill("SIGKILL");
  await yourWords(page).pressSequentially(" Typed after.", { delay: 20 });
  await expect(page.getByText(/The portal does not answer/).first()).toBeVisible();
  await portal.restart();
  await saved(page, 60_000);
  const after = await page.context().newPage();
  await after.goto(page.url());
  await expect(yourWords(after)).toHaveValue("Kept by the portal. Typed as it died. Typed after.");
});

test("the portal is dead and the tab is closed; the device still has every letter, unreadable to others", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await openAs(browser, portal, "patient@demo.test");
  await page.goto("/my/journal/new?kind=page");
  await yourWords(page).fill("Kept by the portal. ");
  await saved(page);
  await portal.kill("SIGKILL");
  await yourWords(page).press("End");
  await yourWords(page).pressSequentially("Typed to nobody.", { delay: 20 });
  await expect(page.getByText(/Kept on this device/).first()).toBeVisible();
  const kept = await keptOnDevice(page, "draft.");
  expect(kept).toHaveLength(1);
  expect(kept.join()).not.toContain("Typed to nobody");
  const address = page.url();
  await page.close({ runBeforeUnload: false });
  await portal.restart();
  const after = await page.context().newPage();
  await after.goto(address);
  await expect(after.getByText(/This device kept a text that was not sent/)).toBeVisible();
  await after.getByRole("button", { name: "Go on with it" }).click();
  await saved(after);
  await expect(yourWords(after)).toHaveValue("Kept by the portal. Typed to nobody.");
});

test("a patient writes one page in two tabs, and loses neither text", async ({ browser }) => {
  test.setTimeout(120_000);
  const one = await openAs(browser, portal, "patient@demo.test");
  await one.goto("/my/journal/new?kind=page");
  await yourWords(one).fill("It begins.");
  await saved(one);
  const other = await one.context().newPage();
  await other.goto(one.url());
  await expect(yourWords(other)).toHaveValue("It begins.");
  await yourWords(one).fill("From the first tab.");
  await expect(one.getByText(/^Saving/)).toHaveCount(0);
  await saved(one);
  await yourWords(other).fill("From the second tab.");
  await expect(other.getByText("Both texts are here.")).toBeVisible();
  await other.getByRole("button", { name: "Keep both" }).click();
  await saved(other);
  await other.reload();
  await expect(yourWords(other)).toHaveValue(
    /From the first tab\.[\s\S]*From the second tab\.|From the second tab\.[\s\S]*From the first tab\./,
  );
});

test("without JavaScript a page is written, with its mood, and written on", async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("patient@demo.test");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.goto("/my/journal");
  await page.getByRole("link", { name: "Write", exact: true }).click();
  await yourWords(page).fill("By hand, on an old phone.");
  await page.getByText("Moods, title and kind").click();
  await page.getByRole("checkbox", { name: "tender" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("By hand, on an old phone.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Moods" })).toContainText("tender");
  await page.getByRole("link", { name: "Write on" }).click();
  await yourWords(page).fill("By hand, on an old phone. And a second line.");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("And a second line.")).toBeVisible();
  await page.goto("/my/journal");
  await expect(page.getByText("By hand, on an old phone.")).toHaveCount(1);
});
