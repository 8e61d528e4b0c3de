import { type Browser, expect, type Page } from "@playwright/test";
import { asSuperuser, letDaysPass } from "./clock";
import { openAs } from "./people";
import type { Portal } from "./server";

const zone = "America/New_York";
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** The day in the demonstration's zone, so many days from now: `2026-11-21`. */
export const dayAhead = (days: number) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(inDays(days));

/** The same as the portal writes it: "21 November 2026". */
export const dateOf = (days: number) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, day: "numeric", month: "long", year: "numeric" }).format(
    inDays(days),
  );

/** The therapist holds today's dosing session of that patient, from its beginning to its end. */
export async function holdDose(browser: Browser, portal: Portal, patient: RegExp): Promise<Page> {
  const therapist = await openAs(browser, portal, "therapist@demo.test");
  await therapist.goto("/therapist/patients");
  await therapist.getByRole("link", { name: patient }).first().click();
  const session = therapist.getByRole("link", { name: /Dosing/ }).first();
  await session.click();
  for (const name of ["Check in", "Start", "Complete"]) await therapist.getByRole("button", { name }).click();
  await expect(therapist.getByRole("button", { name: "Complete" })).toHaveCount(0);
  return therapist;
}

/** A night passes: it is another day, and the dose ended less than 24 hours ago. */
export async function letANightPass(portal: Portal) {
  await letDaysPass(portal, 1);
  await asSuperuser(portal, (sql) =>
    sql.query(`begin; set local session_replication_role = replica;
      update "Session" set "completedAt" = now() - interval '23 hours 59 minutes'
      where kind = 'dosing' and state = 'completed' and "completedAt" > now() - interval '40 hours'; commit`),
  );
}

/** None of a sealed letter's addresses gives a word of it, to its writer or to a search. */
export async function expectClosed(page: Page, path: string, letter: string) {
  const search = `/my/journal?q=${encodeURIComponent(letter.split(" ").slice(-3).join(" "))}`;
  for (const address of [search, `${path}/history`, `${path}/write`, path]) {
    await page.goto(address);
    await expect(page.locator("body")).not.toContainText(letter.slice(0, 30));
  }
  await expect(page.getByText(/A letter waits until/)).toBeVisible();
}
