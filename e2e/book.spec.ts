import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { expectAccessible } from "./support/axe";
import { letDaysPass } from "./support/clock";
import { open, openAs } from "./support/people";
import { photoWithPlace } from "./support/photos";
import { type Portal, startPortal } from "./support/server";
import { choose, fetchBytes, tagAs, writePage } from "./support/space";
import { expectKind } from "./support/words";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal({ demo: true });
});
test.afterAll(() => portal.stop());

/** Writes something into every part of a space, each with a word that is nowhere else. */
async function fill(page: Page, mark: string): Promise<string[]> {
  const word = (part: string) => `${mark}${part}`;
  await writePage(page, `On this page stands ${word("page")}.`);
  await tagAs(page, word("thread"));
  await page.getByLabel("A small step from this").fill(word("step"));
  await page
    .locator("form")
    .filter({ has: page.getByLabel("A small step from this") })
    .getByRole("button", { name: "Add it" })
    .click();
  await expect(page.getByText(word("step")).first()).toBeVisible();
  await page.getByRole("link", { name: "Write on" }).click();
  await page.getByRole("textbox", { name: "Your words" }).fill(`Now it says ${word("newer")} and ${word("page")}.`);
  await page.getByRole("button", { name: "Done" }).click();
  await choose(page, { name: "photo.jpg", mimeType: "image/jpeg", buffer: await photoWithPlace() });
  await expect(page).toHaveURL(/\/my\/making\/[0-9a-f-]{36}$/);
  await page.getByLabel("Caption").fill(word("caption"));
  await page.getByLabel("What can be seen").fill(word("seen"));
  await page.getByRole("button", { name: "Keep the words" }).click();
  await expect(page.getByRole("figure").getByText(word("caption"))).toBeVisible();
  await page.goto("/my/check-ins/new");
  await page.getByRole("textbox", { name: "One word" }).fill(word("day"));
  await page.getByRole("button", { name: "Keep it" }).first().click();
  await expect(page).toHaveURL(/\/my\/check-ins$/);
  await page.goto("/my/goals/new");
  await page.getByLabel(/troubles you/i).fill(word("from"));
  await page.getByLabel(/take its place/i).fill(word("to"));
  await page.getByRole("button", { name: /Keep/ }).click();
  await expect(page).not.toHaveURL(/new$/);
  return ["page", "thread", "step", "newer", "caption", "seen", "day", "from", "to"].map(word);
}

async function bind(page: Page, ask: string): Promise<string> {
  await page.goto("/my/book");
  await page.getByRole("button", { name: ask }).click();
  await expect(page.getByRole("heading", { name: /Being bound|Your book is ready/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your book is ready" })).toBeVisible({ timeout: 120_000 });
  const href = await page.getByRole("link", { name: "Take it as a PDF" }).getAttribute("href");
  return (href ?? "").replace(/\/pdf$/, "");
}

async function take(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  return readFileSync(await (await download).path());
}

test("a book holds everything of one's own and nothing of anybody else, for its owner alone and for a day", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const noor = await openAs(browser, portal, "patient@demo.test");
  const mika = await openAs(browser, portal, "patient2@demo.test");
  const own = await fill(noor, "marigold");
  const others = await fill(mika, "juniper");
  await noor.goto("/my/book");
  await expectKind(noor, "book");
  await expectAccessible(noor, "book");
  const address = await bind(noor, "Bind my book");
  await expectKind(noor, "book ready");
  await expectAccessible(noor, "book ready");

  const pdf = await take(noor, "Take it as a PDF");
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.length).toBeGreaterThan(20_000);
  const files = unzipSync(await take(noor, "Take everything as a ZIP"));
  const names = Object.keys(files);
  test.info().annotations.push({ type: "files", description: names.join("\n") });
  const texts = names
    .filter((name) => /\.(md|json|txt)$/.test(name))
    .map((name) => [name, strFromU8(files[name] as Uint8Array)]);
  const book = texts.map(([name, text]) => `${name}\n${text}`).join("\n");
  expect(own.filter((word) => !book.includes(word))).toEqual([]);
  const json = texts
    .filter(([name]) => name?.endsWith(".json"))
    .map(([, text]) => text)
    .join("\n");
  expect(
    own.filter((word) => !json.includes(word)),
    "in the part for programs",
  ).toEqual([]);
  for (const words of [
    "There was a coat. It was raining in it",
    "I come home, and they go on talking.",
    "Shall we give the coat some room on Thursday?",
    "wet wool",
    "in the car, before I go in",
    "A grey coat on a hook beside an open doorway",
  ])
    expect(book, words).toContain(words);
  expect(names.filter((name) => /\.(webp|jpe?g|png)$/.test(name)).length).toBeGreaterThanOrEqual(2);
  const foreign = [...others, "juniper", "Mika", "Jo Almeida", "To miss her without leaving the room"];
  const private_ = ["I notice how much I want the coat to mean something", "You know where the hook is"];
  expect([...foreign, ...private_].filter((words) => book.includes(words))).toEqual([]);

  await expectOthersFindNothing(browser, address, mika);
  for (const file of ["pdf", "zip"]) expect((await fetchBytes(noor, `${address}/${file}`)).status).toBe(200);

  await letDaysPass(portal, 2);
  for (const file of ["pdf", "zip"]) expect((await fetchBytes(noor, `${address}/${file}`)).status).toBe(404);
  await noor.goto("/my/book");
  await expect(noor.getByText(/it is gone from here/)).toBeVisible();
  await expectKind(noor, "book over");
  await expectAccessible(noor, "book over");
  const next = await bind(noor, "Ask again");
  expect(next).not.toBe(address);
  for (const file of ["pdf", "zip"]) expect((await fetchBytes(noor, `${next}/${file}`)).status).toBe(200);
});

async function expectOthersFindNothing(browser: Browser, address: string, mika: Page) {
  const therapist = await openAs(browser, portal, "therapist@demo.test");
  const companion = await openAs(browser, portal, "companion@demo.test");
  const admin = await openAs(browser, portal, "admin@demo.test");
  for (const [who, page] of Object.entries({ mika, therapist, companion, admin })) {
    for (const file of ["", "/pdf", "/zip"]) {
      const { status, bytes } = await fetchBytes(page, `${address}${file}`);
      expect([status, bytes.length < 200], `${who} at ${file}`).toEqual([404, true]);
    }
  }
  const { page: stranger } = await open(browser, portal);
  await stranger.goto("/sign-in");
  for (const file of ["", "/pdf", "/zip"]) {
    const { status, bytes } = await fetchBytes(stranger, `${address}${file}`);
    expect([status, bytes.length < 200], `a stranger at ${file}`).toEqual([401, true]);
  }
  await stranger.goto("/my/book");
  await expect(stranger).toHaveURL(/sign-in/);
}
