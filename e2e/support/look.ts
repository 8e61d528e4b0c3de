import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { expectKind } from "./words";

/** Looks at pages as they stand: nothing unkind, nothing sideways, nothing that axe finds, in light and in dark, each with a picture. */
export function beholder(page: Page) {
  const faults: string[] = [];
  const seen: string[] = [];
  const unless = async (check: () => Promise<unknown>) => {
    try {
      await check();
    } catch (fault) {
      faults.push(String((fault as Error).message));
    }
  };
  return {
    faults,
    seen,
    async look(name: string) {
      seen.push(name);
      // After a link inside the portal the title comes a moment later than the page.
      await unless(async () => await expect(page, name).toHaveTitle(/\S/));
      const { width } = page.viewportSize() ?? { width: 0 };
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) faults.push(`${name} is ${wide} px wide on a screen of ${width}`);
      await unless(() => expectKind(page, name));
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await unless(() => expectAccessible(page, `${name} in ${colorScheme}`));
        await page.screenshot({
          path: test
            .info()
            .outputPath(`${String(seen.length).padStart(2, "0")}-${name.replace(/\W+/g, "-")}-${colorScheme}.png`),
          fullPage: true,
        });
      }
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    },
    /** Everything that was looked at is as it should be. */
    expectWell: () => expect(faults, `${seen.length} pages`).toEqual([]),
  };
}
