import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { demoPassword, type Portal } from "./server";

export type Visitor = { context: BrowserContext; page: Page };

export const password = "six quiet herons above water";

/** A browser of somebody's own, in which an error on a page fails the test. */
export async function open(
  browser: Browser,
  portal: Portal,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: portal.origin, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw new Error(`A page failed: ${error.message}`);
  });
  return { context, page };
}

/** Signs in as a person would, and waits for their first page. */
export async function signIn(page: Page, email: string, secret = demoPassword, origin = "") {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

export async function openAs(browser: Browser, portal: Portal, email: string): Promise<Page> {
  const { page } = await open(browser, portal);
  await signIn(page, email);
  return page;
}

/** The link of the newest letter to somebody, as the admin finds it in the outbox. */
export async function linkFor(admin: Page, email: string): Promise<string> {
  await admin.goto("/admin/outbox");
  await admin.getByRole("row").filter({ hasText: email }).first().getByRole("link").click();
  const text = await admin
    .getByText(/http:\/\/localhost/)
    .first()
    .textContent();
  return text?.match(/https?:\/\/\S+/)?.[0] ?? "";
}

/** Accepts an invitation in a browser of one's own, and chooses a password. */
export async function accept(browser: Browser, portal: Portal, link: string): Promise<Page> {
  const { page } = await open(browser, portal);
  await page.goto(link);
  await page.getByLabel("Choose a password").fill(password);
  const promise = page.getByLabel("I have read this, and I keep what I see and hear to myself.");
  if (await promise.count()) await promise.check();
  await page.getByRole("button", { name: /Open my account|Yes, I will be there/ }).click();
  await expect(page).not.toHaveURL(/invitation/);
  return page;
}
