import { expect, type Page } from "@playwright/test";

const readingPage = /\/my\/journal\/[0-9a-f-]{36}$/;

export const saved = (page: Page, timeout = 10_000) =>
  expect(page.getByText(/^Saved \d\d:\d\d$/).first()).toBeVisible({ timeout });

export const yourWords = (page: Page) => page.getByRole("textbox", { name: "Your words" });

/** Writes a page of that kind and closes it. The browser then shows it; answers with its path. */
export async function writePage(page: Page, text: string, { kind = "page", moods = [] as string[] } = {}) {
  await page.goto(`/my/journal/new?kind=${kind}`);
  await yourWords(page).fill(text);
  if (moods.length > 0) await page.getByText(/^Moods.*kind$/).click();
  for (const mood of moods) await page.getByRole("checkbox", { name: mood, exact: true }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page).toHaveURL(readingPage);
  return new URL(page.url()).pathname;
}

/** On a page of the journal: names something that returns in it. */
export async function tagAs(page: Page, name: string, kind = "image") {
  const form = page.locator("form").filter({ has: page.getByLabel("In your words") });
  await form.getByLabel("What it is").selectOption(kind);
  await form.getByLabel("In your words").fill(name);
  await form.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByRole("list", { name: "Tags of this page" }).getByRole("link", { name })).toBeVisible();
}

/** On one's own thing: shares it with the care team or a companion by name. */
export async function shareWith(page: Page, who: string) {
  await changeSharing(page, `Share with ${who}`);
  await expect(page.getByRole("button", { name: `Take back from ${who}` })).toBeVisible();
}

export async function takeBackFrom(page: Page, who: string) {
  await changeSharing(page, `Take back from ${who}`);
  await expect(page.getByRole("button", { name: `Share with ${who}` })).toBeVisible();
}

async function changeSharing(page: Page, name: string) {
  const button = page.getByRole("button", { name });
  if (!(await button.isVisible())) await page.getByText("Choose who may read this").click();
  await button.click();
}

/** The bytes of an address as this page's own script gets them. */
export const fetchBytes = async (page: Page, path: string) => {
  const { status, type, base64 } = await page.evaluate(async (address) => {
    const answer = await fetch(address, { cache: "no-store" });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    return { status: answer.status, type: answer.headers.get("content-type"), base64: btoa(text) };
  }, path);
  return { status, type, bytes: Buffer.from(base64, "base64") };
};

/** On the page that adds a picture or sound: chooses a file and keeps it. */
export async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto("/my/making/add");
  await page.getByLabel("Picture or sound").setInputFiles(file);
  await page.getByRole("button", { name: "Keep it" }).click();
}

/** The therapist's page of what a patient shares. */
export async function openShared(therapist: Page, patient: RegExp) {
  await therapist.goto("/therapist/patients");
  await therapist.getByRole("link", { name: patient }).first().click();
  await expect(therapist).toHaveURL(/\/patients\/[0-9a-f-]{36}/);
  const [record] = therapist.url().match(/.*\/patients\/[0-9a-f-]{36}/) ?? [];
  await therapist.goto(`${record}/shared`);
}
