import { expect, type Page } from "@playwright/test";

/** Words that are nowhere on the screen: they shame, count what was not done, or belong to other trades. */
const forbidden = ["users?", "tasks?", "overdue", "streaks?", "complian(ce|t)", "trips?", "drugs?", "failed"];
const pattern = new RegExp(`\\b(${forbidden.join("|")})\\b`, "gi");

/** What of a text would shame somebody, each word with a little of what stands around it. */
export const unkindWords = (text: string): string[] =>
  [...text.matchAll(pattern)].map((match) =>
    text.slice(Math.max(match.index - 30, 0), match.index + 30).replace(/\s+/g, " "),
  );

/** Everything that is written on a page or read aloud from it, with what is folded away, is kind. */
export async function expectKind(page: Page, where: string) {
  const text = await page.evaluate(() => {
    const named = [...document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")].flatMap((element) =>
      ["aria-label", "placeholder", "title", "alt"].map((name) => element.getAttribute(name) ?? ""),
    );
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const element of body.querySelectorAll("script, style, template")) element.remove();
    return [document.title, body.textContent ?? "", ...named].join("\n");
  });
  expect(unkindWords(text), where).toEqual([]);
}
