import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "./support/axe";
import { openAs } from "./support/people";
import { photoWithPlace, refused, tracesIn } from "./support/photos";
import { type Portal, startPortal } from "./support/server";
import { choose, fetchBytes } from "./support/space";
import { expectKind, unkindWords } from "./support/words";

let portal: Portal;
let page: Page;
test.beforeAll(async ({ browser }) => {
  portal = await startPortal({ demo: true });
  page = await openAs(browser, portal, "patient2@demo.test");
});
test.afterAll(() => portal.stop());

const ofOne = /\/my\/making\/[0-9a-f-]{36}$/;
const bytesOf = (size = "") => fetchBytes(page, `/api/media/${new URL(page.url()).pathname.split("/").at(-1)}${size}`);

test("a photo that says where it was taken says it no longer, once it is kept", async () => {
  const photo = await photoWithPlace();
  expect(tracesIn(photo)).toEqual(expect.arrayContaining(["Exif", "GPS", "WGS-84", "In front of the river house"]));
  expect((await sharp(photo).metadata()).exif?.length).toBeGreaterThan(100);
  await choose(page, { name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer: photo });
  await expect(page).toHaveURL(ofOne);
  for (const size of ["", "?size=thumb"]) {
    const { status, type, bytes } = await bytesOf(size);
    expect([status, type]).toEqual([200, "image/webp"]);
    expect(tracesIn(bytes), size).toEqual([]);
    const { exif, xmp, icc, iptc, width } = await sharp(bytes).metadata();
    expect([exif, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(width).toBe(size ? 480 : 640);
  }
  await expect(page.getByText("IMG_2041")).toHaveCount(0);
});

for (const { file, said } of refused()) {
  test(`${file.name} is refused with a kind word next to the field, and the portal goes on`, async () => {
    const before = await count();
    await choose(page, file);
    const words = page.locator("form").getByRole("alert");
    await expect(words).toContainText(said);
    const field = page.getByLabel("Picture or sound");
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(said);
    expect(unkindWords((await words.textContent()) ?? "")).toEqual([]);
    await expectKind(page, file.name);
    await expectAccessible(page, file.name);
    const began = Date.now();
    expect((await page.request.get("/api/health")).status()).toBe(200);
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(await count()).toBe(before);
  });
}

test("whoever goes around the form is refused just the same", async () => {
  await page.goto("/my/making/add");
  const before = await count();
  for (const { file, said } of refused()) {
    await page.goto("/my/making/add");
    const { status, message } = await page.evaluate(
      async ({ base64, id }) => {
        const body = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const answer = await fetch(`/api/media?source=upload&id=${id}`, { method: "POST", body });
        return { status: answer.status, message: ((await answer.json()) as { message: string }).message };
      },
      { base64: file.buffer.toString("base64"), id: "01900000-0000-7000-8000-000000000001" },
    );
    expect([413, 422], file.name).toContain(status);
    expect(message).toMatch(said);
  }
  expect(await count()).toBe(before);
});

test("a bomb that comes while somebody reads does not keep them waiting", async ({ browser }) => {
  const reader = await openAs(browser, portal, "patient@demo.test");
  const bomb = refused().find(({ file }) => file.name === "sky.png");
  if (!bomb) throw new Error("There is no bomb.");
  await page.goto("/my/making/add");
  await page.getByLabel("Picture or sound").setInputFiles(bomb.file);
  const [took] = await Promise.all([
    (async () => {
      const began = Date.now();
      await reader.goto("/my/journal");
      return Date.now() - began;
    })(),
    page.getByRole("button", { name: "Keep it" }).click(),
  ]);
  expect(took).toBeLessThan(3_000);
  await expect(page.locator("form").getByRole("alert")).toContainText(bomb.said);
});

test("a sketch is drawn, its last line undone, and kept as it stands", async () => {
  await page.goto("/my/making/sketch");
  const paper = page.getByRole("img", { name: /Your paper/ });
  await expect(paper).toHaveAccessibleName(/with 0 lines/);
  await draw(0.3);
  await expect(paper).toHaveAccessibleName(/with one line/);
  await draw(0.7);
  await expect(paper).toHaveAccessibleName(/with 2 lines/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(paper).toHaveAccessibleName(/with one line/);
  await expectAccessible(page, "sketch");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page).toHaveURL(ofOne);
  const { bytes } = await bytesOf();
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const darkest = (part: number) => {
    const row = Math.round(info.height * part);
    return Math.min(...data.subarray((row - 6) * info.width, (row + 6) * info.width));
  };
  expect(darkest(0.3)).toBeLessThan(150);
  expect(darkest(0.7)).toBeGreaterThan(200);
});

async function draw(part: number) {
  const paper = page.getByRole("img", { name: /Your paper/ });
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error("There is no paper.");
  const y = box.y + box.height * part;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, y, { steps: 8 });
  await page.mouse.up();
}

test("who does not draw describes it in words instead", async () => {
  const words = "Two blue shapes, one leaning on the other.";
  await page.goto("/my/making/sketch");
  await page.getByLabel("What would be on the paper?").fill(words);
  await page.getByRole("button", { name: "Keep the words" }).click();
  await expect(page).toHaveURL(ofOne);
  await expect(page.getByText(words).first()).toBeVisible();
  await expectAccessible(page, "a sketch in words");
  await page.goto("/my/making");
  await expect(page.getByText(words).first()).toBeVisible();
  await expectAccessible(page, "gallery");
});

async function count(): Promise<number> {
  const gallery = await page.context().newPage();
  await gallery.goto("/my/making");
  const pictures = await gallery.getByRole("list", { name: "Pictures" }).getByRole("listitem").count();
  await gallery.close();
  return pictures;
}
