import { expect, type Page, test } from "@playwright/test";
import type { beholder } from "./look";
import { foundIn } from "./room";

export const words = [
  "There is a lake under the coat.",
  "My brother holds the other sleeve.",
  "It is not cold at all.",
  "Nobody has to carry it home.",
  "I can hear the table being laid.",
];
export const [lake, sleeve, cold, carry, table] = words as [string, string, string, string, string];
export const saw = "Your left hand moved as if you were smoothing cloth.";
export const moved = "I thought of the summer at the river.";
export const memory = "The sleeve smelled of rain.";
export const fragment = "cloth";
export const quote = "It is lighter than I thought.";

/** Takes one answer of several. */
export const choose = async (page: Page, name: string) => {
  const radio = page.getByRole("radio", { name, exact: true });
  await radio.check({ force: true });
  await expect(radio).toBeChecked();
};

/** Opens a fold, where the page has it. */
export const unfold = async (page: Page, words: string) => {
  await expect(page.getByRole("heading", { level: 1, name: /Agreement/ })).toBeVisible();
  if (await page.getByText(words, { exact: true }).count()) await page.getByText(words, { exact: true }).tap();
};

type Beholder = ReturnType<typeof beholder>;

/** The patient is told, opens one line at a time, remembers, sets aside, and shares two of five. */
export async function remember(patient: Page, { look }: Beholder) {
  await test.step("the patient is told that something waits, and opens it one line at a time", async () => {
    await patient.goto("/my");
    await expect(patient).toHaveURL(/\/quiet$/);
    await patient.getByRole("link", { name: "Keep a fragment" }).tap();
    await patient.getByRole("textbox", { name: "A word" }).fill(fragment);
    await patient.getByRole("button", { name: "Keep", exact: true }).tap();
    await expect(patient.getByText("Sent", { exact: true })).toBeVisible();
    await patient.goto("/quiet");
    await patient.getByRole("button", { name: "Back" }).tap();
    await expect(patient).toHaveURL(/\/my$/);
    await expect(patient.getByText(/Sam has handed over notes/)).toBeVisible();
    await look("patient something waits");
    await patient.getByRole("link", { name: "Choose a moment" }).tap();
    await expect(patient.getByRole("heading", { name: "Something waits for you" })).toBeVisible();
    expect(await foundIn(patient, [...words, saw, moved])).toEqual([]);
    await choose(patient, "On my own");
    await look("patient the choice");
    await patient.getByRole("button", { name: "One line at a time" }).tap();
    for (const [at, line] of words.entries()) {
      if (at > 0) await patient.getByRole("button", { name: "The next one" }).tap();
      await expect(patient.getByText(line)).toBeVisible();
      expect(await foundIn(patient, [...words.slice(at + 1), saw, moved])).toEqual([]);
      if (at === 0) await look("patient the first line");
    }
  });

  await test.step("she adds a memory, sets one line aside, and shares two", async () => {
    const to = (line: string) =>
      patient
        .getByRole("listitem")
        .filter({ hasText: line })
        .getByRole("link", { name: /Remember, share, set aside/ });
    await to(sleeve).tap();
    await patient.getByLabel("In your own words").fill(memory);
    await patient.getByRole("button", { name: "Keep it" }).tap();
    await expect(patient.getByText("Choose who may read this")).toHaveCount(2);
    await look("patient a line and what she remembers");
    await patient.getByRole("link", { name: "Back to the other lines" }).tap();
    await expect(patient.getByText(memory)).toBeVisible();
    await to(table).tap();
    await patient.getByRole("button", { name: "Set this line aside for now" }).tap();
    await expect(patient.getByText("Set aside for now")).toBeVisible();
    await expect(patient.getByText(table)).toHaveCount(0);
    await look("patient the opened note");
    await patient.getByRole("link", { name: "Choose line by line" }).tap();
    for (const line of [lake, cold]) await patient.getByRole("checkbox", { name: line }).check({ force: true });
    await look("patient line by line");
    await patient.getByRole("button", { name: "Keep this choice" }).tap();
    await expect(patient.getByText(/your care team/i).first()).toBeVisible();
  });
}

/** One clock for the patient's fragment, the opened lines, and the therapist's quote. */
export async function recall(patient: Page, sessionId: string, { look }: Beholder) {
  await test.step("the recall desk lays it all on one clock", async () => {
    await patient.goto(`/my/sessions/${sessionId}`);
    await patient.getByRole("link", { name: "Open the recall desk" }).tap();
    const things = patient.locator(".recall-clock > li");
    for (const text of [lake, sleeve, cold, carry, fragment, quote])
      await expect(things.filter({ hasText: text })).toHaveCount(1);
    await expect(things.filter({ hasText: sleeve })).toContainText(memory);
    await expect(things.filter({ hasText: table })).toHaveCount(0);
    for (const line of [lake, cold]) await expect(things.filter({ hasText: line })).toContainText("your care team");
    for (const line of [carry, fragment]) await expect(things.filter({ hasText: line })).toContainText("Only you");
    await expect(patient.getByRole("img", { name: /on one clock, with a lane for you/ }).first()).toBeVisible();
    await look("recall desk");
    await things
      .filter({ hasText: cold })
      .getByRole("button", { name: /Bring to integration/ })
      .tap();
    await expect(patient.getByRole("list", { name: "To bring to integration" })).toContainText(cold);
    await things
      .filter({ hasText: quote })
      .getByRole("link", { name: /Arrange/ })
      .tap();
    await expect(patient.getByRole("button", { name: /Move up/ })).toBeVisible();
    await look("recall desk arranging");
  });
}
