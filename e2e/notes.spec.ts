import { expect, type Page, test } from "@playwright/test";
import { openAs } from "./support/people";
import { type Portal, startPortal } from "./support/server";

let portal: Portal;
test.beforeEach(async () => {
  portal = await startPortal({ demo: true });
});
test.afterEach(() => portal.stop());

/** The demonstration's draft: Noor's third dosing session. */
async function openDraft(page: Page) {
  await page.goto("/therapist/notes");
  await page
    .getByRole("link", { name: /Noor Haddad, dosing/ })
    .first()
    .click();
  await expect(section(page, "Strategies")).toBeVisible();
}

const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d$/).first()).toBeVisible();
const section = (page: Page, name: string) => page.getByRole("textbox", { name });

test("a therapist writes one note in two tabs, and loses neither text", async ({ browser }) => {
  const first = await openAs(browser, portal, "therapist@demo.test");
  await openDraft(first);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await section(first, "Strategies").fill("From the first tab.");
  await saved(first);
  await section(second, "Strategies").fill("From the second tab.");
  await expect(second.getByText("Both texts are here.")).toBeVisible();
  await expect(second.getByText("From the first tab.").first()).toBeVisible();
  await second.getByRole("button", { name: "Keep both" }).click();
  await saved(second);
  await second.reload();
  await expect(section(second, "Strategies")).toHaveValue(
    /From the first tab\.[\s\S]*From the second tab\.|From the second tab\.[\s\S]*From the first tab\./,
  );
});

test("the portal is killed while a therapist writes; what was typed is there when it is back", async ({ browser }) => {
  const page = await openAs(browser, portal, "therapist@demo.test");
  await openDraft(page);
  await section(page, "Strategies").fill("Kept by the portal. ");
  await saved(page);
  await section(page, "Strategies").press("End");
  await section(page, "Strategies").pressSequentially("Typed as it died.", { delay: 20 });
  await portal.kill("SIGKILL");
  await section(page, "Strategies").pressSequentially(" Typed after.", { delay: 20 });
  await expect(page.getByText(/The portal does not answer/).first()).toBeVisible();
  await portal.restart();
  await expect(page.getByText(/^Saved \d\d:\d\d$/).first()).toBeVisible({ timeout: 60_000 });
  const after = await page.context().newPage();
  await after.goto(page.url());
  await expect(section(after, "Strategies")).toHaveValue("Kept by the portal. Typed as it died. Typed after.");
});

test("the portal is killed and the tab is gone too; at most the last three seconds are lost", async ({ browser }) => {
  const page = await openAs(browser, portal, "therapist@demo.test");
  await openDraft(page);
  const typed: { at: number; length: number }[] = [];
  let text = "";
  for (const end = Date.now() + 8_000; Date.now() < end; ) {
    await section(page, "Strategies").press("End");
    await page.keyboard.type("word ");
    text += "word ";
    typed.push({ at: Date.now(), length: text.length });
  }
  const killed = Date.now();
  await portal.kill("SIGKILL");
  const { url, context } = { url: page.url(), context: page.context() };
  const cookies = await context.cookies();
  await context.close();
  await portal.restart();
  const elsewhere = await browser.newContext({ baseURL: portal.origin });
  await elsewhere.addCookies(cookies);
  const after = await elsewhere.newPage();
  await after.goto(url);
  const kept = (await section(after, "Strategies").inputValue()).length;
  const owed = typed.filter(({ at }) => at < killed - 3_000).at(-1)?.length ?? 0;
  expect(owed).toBeGreaterThan(0);
  expect(kept).toBeGreaterThanOrEqual(owed - 1);
});

test("a save that is double-clicked is stored once", async ({ browser }) => {
  const page = await openAs(browser, portal, "patient@demo.test");
  await page.goto("/my/goals/new");
  await page.getByLabel(/troubles you/i).fill("I wake at four.");
  await page.getByLabel(/take its place/i).fill("I sleep until the birds begin.");
  await page.getByRole("button", { name: /Keep/ }).dblclick();
  await expect(page).not.toHaveURL(/new$/);
  await page.goto("/my/goals");
  await expect(page.getByText("I wake at four.")).toHaveCount(1);
});

test("without JavaScript a note is saved, and what is wrong keeps what was typed", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("therapist@demo.test");
  await page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue("therapist@demo.test");
  await page.getByLabel("Password", { exact: true }).fill("let us look around together");
  await page.getByRole("button", { name: "Sign in" }).click();
  await openDraft(page);
  await section(page, "Strategies").fill("Saved by hand.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await openDraft(page);
  await expect(section(page, "Strategies")).toHaveValue("Saved by hand.");
});
