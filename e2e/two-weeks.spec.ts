import { expect, test } from "@playwright/test";
import { letDaysPass } from "./support/clock";
import { dateOf, dayAhead, expectClosed, holdDose, letANightPass } from "./support/course";
import { beholder } from "./support/look";
import { open, signIn } from "./support/people";
import { type Portal, startPortal } from "./support/server";
import { openShared, shareWith, tagAs, writePage, yourWords } from "./support/space";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal({ demo: true });
});
test.afterAll(() => portal.stop());

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const intention = "To find out what is behind the door.";
const first = "There was a door, and it was warm. I did not go through it.";
const second = "The door again. This time I put my hand on it, and it was only wood.";
const letter = "Dear later me, the door was warm. Do you still remember how warm?";
const step = "Leave the kitchen door open in the evening";
const answer = "Thank you for the warm door. Let us sit in front of it together.";

test("a patient's first two weeks after a dose, day by day, on the phone", async ({ browser }) => {
  test.setTimeout(600_000);
  await letDaysPass(portal, 5);
  const { page } = await open(browser, portal, phone);
  const { look, expectWell, seen } = beholder(page);
  await signIn(page, "patient2@demo.test");

  await test.step("in the morning she finds words for the session", async () => {
    await look("the morning of the session");
    await page.getByRole("link", { name: "Set an intention" }).click();
    await page.getByLabel("For this session").fill(intention);
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByText(`“${intention}”`).first()).toBeVisible();
  });
  const therapist = await holdDose(browser, portal, /Mika/);
  const theirs = beholder(therapist);

  await test.step("that day the portal is quiet, and takes a word and a colour", async () => {
    await page.goto("/my");
    await expect(page).toHaveURL(/\/quiet$/);
    await look("quiet");
    await page.getByRole("link", { name: "Keep a fragment" }).tap();
    await look("quiet keep");
    await page.getByRole("textbox", { name: "A word" }).fill("warm");
    await page.getByRole("button", { name: "Ember" }).tap();
    await page.getByRole("button", { name: "Keep", exact: true }).tap();
    await expect(page.getByText("Sent", { exact: true })).toBeVisible();
    await look("quiet kept");
    for (const screen of ["breathe", "call", "rest"]) {
      await page.goto(`/quiet#${screen}`);
      await look(`quiet ${screen}`);
    }
  });

  await test.step("the next morning she leaves quiet mode", async () => {
    await letANightPass(portal);
    await page.goto("/my");
    await expect(page).toHaveURL(/\/quiet$/);
    await page.getByRole("button", { name: "Back" }).tap();
    await expect(page).toHaveURL(/\/my$/);
    await page.goto("/my");
    await expect(page).toHaveURL(/\/my$/);
  });

  await test.step("day 1: Today suggests a practice and says why; she notes it in two taps", async () => {
    await expect(page.getByText(/day 1 after your first dosing session/)).toBeVisible();
    await page.getByText("Why this?").tap();
    await expect(page.getByText(/especially good time to practise something new/)).toBeVisible();
    await look("day 1 Today");
    await page.getByRole("link", { name: "Begin" }).tap();
    await expect(page).toHaveURL(/\/my\/practices\/[a-z-]+$/);
    await look("day 1 a practice");
    await page.getByRole("radio", { name: "tense" }).tap();
    await page
      .getByRole("button", { name: /softer/ })
      .first()
      .tap();
    await expect(page.getByText(/Noted at/)).toContainText("from tense to softer");
    await look("day 1 noted");
  });

  await test.step("day 2: a check-in takes less than 30 seconds", async () => {
    await letDaysPass(portal, 1);
    await page.goto("/my");
    await look("day 2 Today");
    const began = Date.now();
    await page.getByRole("link", { name: "How is it today?" }).tap();
    await page.getByRole("radio", { name: "lighter" }).tap();
    await page.getByRole("radio", { name: "settled" }).tap();
    await page.getByRole("button", { name: "Half more: Sleep last night" }).tap();
    await page.getByRole("textbox", { name: "One word" }).fill("soft");
    await page.getByRole("button", { name: "Keep it" }).first().tap();
    await expect(page).toHaveURL(/\/my\/check-ins$/);
    const took = Date.now() - began;
    test.info().annotations.push({ type: "a check-in, milliseconds", description: String(took) });
    expect(took).toBeLessThan(30_000);
    await look("day 2 check-ins");
    await page.goto("/my/check-ins/new");
    await look("day 2 the check-in of today");
  });

  const entry = await test.step("day 3: she writes to a prompt, and a small step grows from it", async () => {
    await letDaysPass(portal, 1);
    await page.goto("/my");
    await look("day 3 Today");
    await page.goto("/my/journal");
    await look("day 3 journal");
    await page.getByRole("link", { name: "Reflection" }).first().tap();
    await expect(page.getByRole("link", { name: "Another prompt" })).toBeVisible();
    const prompt = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    await yourWords(page).fill(first);
    await page.getByText("Moods, title and kind").tap();
    for (const mood of ["tender", "curious"]) await page.getByRole("checkbox", { name: mood }).tap();
    await look("day 3 writing");
    await page.getByRole("button", { name: "Done" }).tap();
    await expect(page).toHaveURL(/\/my\/journal\/[0-9a-f-]{36}$/);
    await expect(page.getByText(prompt).first()).toBeVisible();
    await expect(page.getByRole("list", { name: "Moods" })).toContainText("tender");
    await tagAs(page, "the door");
    await page.getByLabel("A small step from this").fill(step);
    await page
      .locator("form")
      .filter({ has: page.getByLabel("A small step from this") })
      .getByRole("button", { name: "Add it" })
      .tap();
    await expect(page.getByText(step).first()).toBeVisible();
    await look("day 3 the page");
    return new URL(page.url()).pathname;
  });

  const letterPath = await test.step("day 4: a letter to later, which nobody reads until day 10", async () => {
    await letDaysPass(portal, 1);
    await page.goto("/my");
    await look("day 4 Today");
    const path = await writePage(page, letter, { kind: "letter" });
    await look("day 4 the letter before it is sealed");
    await page.getByRole("button", { name: "Seal this letter" }).tap();
    await page.getByLabel("It opens on").fill(dayAhead(6));
    await page.getByRole("button", { name: "Seal it" }).tap();
    await expect(page).toHaveURL(/\/my\/journal$/);
    await expect(page.getByText(/A letter waits until/)).toBeVisible();
    await look("day 4 journal with a letter that waits");
    await expectClosed(page, path, letter);
    await look("day 4 the sealed letter");
    return path;
  });

  await test.step("day 5: she shares the reflection; her therapist reads and answers it", async () => {
    await letDaysPass(portal, 1);
    await page.goto("/my");
    await look("day 5 Today");
    await page.goto(entry);
    await shareWith(page, "your care team");
    await page.reload();
    await expect(page.getByText(/has seen this/)).toHaveCount(0);
    await look("day 5 the shared page");
    await openShared(therapist, /Mika/);
    await expect(therapist.getByText(first)).toBeVisible();
    await expect(therapist.getByText("New", { exact: true })).toBeVisible();
    await expect(therapist.getByText(letter)).toHaveCount(0);
    await therapist.getByText("Answer", { exact: false }).first().click();
    await therapist.getByLabel("A short answer").fill(answer);
    await therapist.getByRole("button", { name: "Send the answer" }).click();
    await expect(therapist.getByText(answer).first()).toBeVisible();
    await theirs.look("day 5 the therapist");
    for (const path of [letterPath, entry]) expect((await therapist.goto(path))?.status()).toBe(404);
    await page.goto("/my");
    await look("day 5 Today with an answer");
    await page.goto(entry);
    await expect(page.getByText(/Ana Reyes has seen this/)).toBeVisible();
    await expect(page.getByText(answer)).toBeVisible();
    await look("day 5 seen and answered");
  });

  await test.step("day 7: Today speaks of a week; what returns has two places", async () => {
    await letDaysPass(portal, 2);
    await page.goto("/my");
    await expect(page.getByText("A week since your session")).toBeVisible();
    await look("day 7 Today");
    await page.getByRole("link", { name: "Write", exact: true }).first().tap();
    await yourWords(page).fill(second);
    await page.getByRole("button", { name: "Done" }).tap();
    await expect(page).toHaveURL(/\/my\/journal\/[0-9a-f-]{36}$/);
    await tagAs(page, "the door");
    await page.getByRole("list", { name: "Tags of this page" }).getByRole("link").first().tap();
    await expect(page.getByRole("heading", { name: "the door", exact: true })).toBeVisible();
    await expect(page.getByText(/^2 places, after session 1$/)).toBeVisible();
    for (const words of [first, second]) await expect(page.getByRole("link", { name: words })).toBeVisible();
    await look("day 7 the thread");
    await page.goto("/my/threads");
    await expect(page.getByText(`${dateOf(-4)} to ${dateOf(0)}`)).toBeVisible();
    await look("day 7 what returns");
  });

  await test.step("day 10: the letter is open", async () => {
    await letDaysPass(portal, 2);
    await page.goto("/my/journal");
    await expect(page.getByText(/A letter waits until/)).toBeVisible();
    await expectClosed(page, letterPath, letter);
    await letDaysPass(portal, 1);
    await page.goto("/my");
    await look("day 10 Today");
    await page.goto("/my/journal");
    await look("day 10 journal");
    await page.getByRole("link", { name: /A letter from .* opened today/ }).tap();
    await expect(page.getByText(letter)).toBeVisible();
    await look("day 10 the letter");
  });

  await test.step("day 14: the path shows it all, then and now side by side", async () => {
    await letDaysPass(portal, 4);
    await page.goto("/my");
    await expect(page.getByText("Two weeks since your session")).toBeVisible();
    await look("day 14 Today");
    await page.goto("/my/path");
    await expect(page.getByRole("heading", { name: "Then and now" })).toBeVisible();
    await expect(page.getByText(`“${intention}”`).first()).toBeVisible();
    await look("day 14 path");
    await page.getByRole("link", { name: "As a list" }).tap();
    for (const words of [intention, first.slice(0, 40), second.slice(0, 40), "warm", "lighter"])
      await expect(page.getByRole("link", { name: words }).first()).toBeVisible();
    await look("day 14 path as a list");
  });

  test.info().annotations.push({ type: "looks", description: String(seen.length) });
  expectWell();
  theirs.expectWell();
});
