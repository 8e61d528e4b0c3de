import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { openAs } from "./support/people";
import { photoWithPlace } from "./support/photos";
import { type Portal, startPortal } from "./support/server";
import { choose, fetchBytes, openShared, shareWith, takeBackFrom, writePage } from "./support/space";
import { expectKind } from "./support/words";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal({ demo: true });
});
test.afterAll(() => portal.stop());

async function therapistAtShared(browser: Browser): Promise<Page> {
  const therapist = await openAs(browser, portal, "therapist@demo.test");
  await openShared(therapist, /Noor/);
  return therapist;
}

test("a page is taken back while the therapist has it open; the next act finds nothing and says so kindly", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const words = "I dreamt that the stairs were soft.";
  const reply = "Soft stairs. Shall we walk them slowly?";
  const patient = await openAs(browser, portal, "patient@demo.test");
  const path = await writePage(patient, words, { kind: "dream" });
  await shareWith(patient, "your care team");
  const therapist = await therapistAtShared(browser);
  const card = therapist.locator(".card").filter({ hasText: words });
  await expect(card).toBeVisible();
  await card
    .getByText(/^Answer/)
    .first()
    .click();
  await card.getByLabel("A short answer").fill(reply);

  await patient.goto(path);
  await takeBackFrom(patient, "your care team");
  await therapist.getByRole("button", { name: "Send the answer" }).click();

  const said = therapist.getByRole("alert").filter({ hasText: "This is no longer shared with you" });
  await expect(said).toBeVisible();
  await expect(said).toBeFocused();
  await expect(therapist.getByText(words)).toHaveCount(0);
  await therapist.getByText("What you wrote").click();
  await expect(therapist.getByText(reply)).toBeVisible();
  await expectKind(therapist, "shared page");
  await expectAccessible(therapist, "shared page");
  await therapist.reload();
  await expect(therapist.getByText(words)).toHaveCount(0);
  await patient.reload();
  await expect(patient.getByText(reply)).toHaveCount(0);
});

test("a companion and a therapist see exactly what was shared with each, and nothing once it is taken back", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const patient = await openAs(browser, portal, "patient@demo.test");
  const therapist = await therapistAtShared(browser);
  const companion = await openAs(browser, portal, "companion@demo.test");
  const readers = { "your care team": therapist, Sam: companion };
  const things: { who: keyof typeof readers; caption: string; page: string; media: string; entry: string }[] = [];
  for (const who of ["your care team", "Sam"] as const) {
    const [caption, page] = [`A red field for ${who}`, `A page for ${who} alone.`];
    await choose(patient, { name: "field.jpg", mimeType: "image/jpeg", buffer: await photoWithPlace() });
    await expect(patient).toHaveURL(/\/my\/making\/[0-9a-f-]{36}$/);
    const media = new URL(patient.url()).pathname;
    await patient.getByLabel("Caption").fill(caption);
    await patient.getByRole("button", { name: "Keep the words" }).click();
    await expect(patient.getByRole("figure").getByText(caption)).toBeVisible();
    await shareWith(patient, who);
    const entry = await writePage(patient, page);
    await shareWith(patient, who);
    things.push({ who, caption, page, media, entry });
  }

  const expectSight = async (shared: boolean) => {
    for (const [reader, eyes] of Object.entries(readers)) {
      await eyes.goto(reader === "Sam" ? "/companion/shared" : eyes.url());
      for (const thing of things) await expectThing(eyes, thing, shared && thing.who === reader, reader);
    }
  };
  await expectSight(true);
  for (const [reader, eyes] of Object.entries(readers)) {
    await expectKind(eyes, reader);
    await expectAccessible(eyes, reader);
  }
  const stranger = await openAs(browser, portal, "patient2@demo.test");
  for (const { media, entry } of things) {
    expect((await fetchBytes(stranger, `/api/media/${media.split("/").at(-1)}`)).status).toBe(404);
    for (const path of [media, entry]) expect((await stranger.goto(path))?.status()).toBe(404);
  }
  for (const { who, media, entry } of things) {
    for (const path of [media, entry]) {
      await patient.goto(path);
      await takeBackFrom(patient, who);
    }
  }
  await expectSight(false);
});

type Thing = { caption: string; page: string; media: string };

/** Words, and bytes in both sizes, for whoever may see them; nobody else gets more than a sentence. */
async function expectThing(eyes: Page, { caption, page, media }: Thing, isSeen: boolean, reader: string) {
  for (const words of [caption, page])
    await expect(eyes.getByText(words, { exact: true }), `${reader}: ${words}`).toHaveCount(isSeen ? 1 : 0);
  for (const size of ["", "?size=thumb"]) {
    const { status, bytes } = await fetchBytes(eyes, `/api/media/${media.split("/").at(-1)}${size}`);
    expect([status, bytes.length > 200], `${reader} at ${caption}${size}`).toEqual(isSeen ? [200, true] : [404, false]);
  }
}
