import { type Browser, expect, type Page } from "@playwright/test";
import { asSuperuser, rewrite } from "./clock";
import { keptOnDevice } from "./device";
import { open, signIn } from "./people";
import { demoPassword, type Portal } from "./server";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Somebody signed in on a phone; with the demonstration's password unless it is another. */
export async function onPhone(browser: Browser, portal: Portal, email: string, secret?: string): Promise<Page> {
  const { page } = await open(browser, portal, phone);
  await signIn(page, email, secret);
  return page;
}

/** Some minutes pass in a room: everything of it lies back by as much. */
export async function minutesPass(portal: Portal, sessionId: string, minutes: number): Promise<void> {
  const by = `interval '${minutes} minutes'`;
  const sets = (...columns: string[]) => columns.map((column) => `"${column}" = "${column}" - ${by}`).join(", ");
  await rewrite(portal, `update "Session" set ${sets("startsAt", "endsAt", "startedAt")} where id = $1`, [sessionId]);
  for (const table of ["LookIn", "Quote"])
    await rewrite(portal, `update "${table}" set ${sets("at")} where "sessionId" = $1`, [sessionId]);
  await rewrite(portal, `update "StaffCall" set ${sets("at", "receivedAt", "acknowledgedAt")} where "sessionId" = $1`, [
    sessionId,
  ]);
  await rewrite(
    portal,
    `update "CompanionLine" set ${sets("at")} where "noteId" in (select id from "CompanionNote" where "sessionId" = $1)`,
    [sessionId],
  );
}

/** The field of the room. */
export const field = (page: Page) => page.getByRole("textbox", { name: /They said/ });

/** Writes a line as it is said: a first letter, a pause, the rest. Answers with the instant of the first letter. */
export async function hear(page: Page, text: string): Promise<Date> {
  await field(page).pressSequentially(text.slice(0, 1));
  const first = await page.locator("label[for=said] time").getAttribute("datetime");
  await page.waitForTimeout(700);
  await field(page).pressSequentially(text.slice(1));
  await page.getByRole("button", { name: "Keep", exact: true }).tap();
  await expect(page.getByRole("region", { name: "What was said" }).getByText(text)).toHaveCount(1);
  return new Date(first ?? 0);
}

type Kept = { lines: string[]; looks: number; calls: number };

/** What the database has of a companion's room: when each line was said, in that order, and how often somebody looked in and called. */
export const keptOf = (portal: Portal, sessionId: string, email: string): Promise<Kept> =>
  asSuperuser(portal, async (sql) => {
    const of = async (table: string, column: string, join = "") => {
      const { rows } = await sql.query<{ at: Date }>(
        `select x.at from "${table}" x ${join} join "Person" p on p.id = ${column} join "Account" a on a.id = p."accountId"
         where ${join ? "n" : "x"}."sessionId" = $1 and a.email = $2 and p.role = 'companion' order by x.at, x.id`,
        [sessionId, email],
      );
      return rows.map(({ at }) => at.toISOString());
    };
    const lines = await of("CompanionLine", 'n."authorId"', 'join "CompanionNote" n on n.id = x."noteId"');
    const [looks, calls] = [await of("LookIn", 'x."authorId"'), await of("StaffCall", 'x."authorId"')];
    return { lines, looks: looks.length, calls: calls.length };
  });

/** How many things of rooms a device still holds. */
export const heldOnDevice = async (page: Page) => (await keptOnDevice(page, "room.")).length;

/** Which of these words a page has anywhere: in sight, folded away, or in what was sent along with it. */
export async function foundIn(page: Page, words: string[]): Promise<string[]> {
  const html = await page.content();
  return words.filter((one) => html.includes(one));
}

/** By the account page: into another of one's rooms. */
export async function switchTo(page: Page, room: RegExp) {
  await page.goto("/account");
  await page.getByRole("button", { name: room }).click();
  await expect(page).not.toHaveURL(/account/);
}

/** Accepts an invitation with the account that the address has already. */
export async function acceptKnown(browser: Browser, portal: Portal, link: string): Promise<Page> {
  const { page } = await open(browser, portal, phone);
  await page.goto(link);
  await page.getByLabel("The password of your account").fill(demoPassword);
  await page.getByLabel("I have read this, and I keep what I see and hear to myself.").check();
  await page.getByRole("button", { name: "Yes, I will be there" }).tap();
  await expect(page).not.toHaveURL(/invitation/);
  return page;
}
