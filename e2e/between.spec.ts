import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { bringTheSessionToNow } from "./support/clock";
import { open, signIn } from "./support/people";
import { field, heldOnDevice, onPhone } from "./support/room";
import { type Portal, startPortal } from "./support/server";

let portal: Portal;
let sessionId: string;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal({ demo: true });
  sessionId = await bringTheSessionToNow(portal);
});
test.afterAll(() => portal.stop());

/** Something on the way answers these addresses with a page of its own. */
const between = (page: Page, path: string | RegExp, status: number) =>
  page.route(path, (route) =>
    route.fulfill({ status, contentType: "text/html", body: "<title>A network</title><p>Please sign in.</p>" }),
  );

async function look(page: Page, name: string) {
  await expectAccessible(page, name);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`) });
  }
}

test("a network that answers in the portal's place takes no line from a companion's device", async ({ browser }) => {
  const page = await onPhone(browser, portal, "companion@demo.test");
  await page.goto(`/companion/sessions/${sessionId}/room`);
  await between(page, "**/api/room/**", 200);
  await field(page).fill("By the door, where it dries.");
  await page.getByRole("button", { name: "Keep", exact: true }).tap();
  await expect(
    page.getByText("Something on the way answered in the portal's place (200). Saved here: 1"),
  ).toBeVisible();
  expect(await heldOnDevice(page)).toBe(1);
  await look(page, "room");
  await page.unroute("**/api/room/**");
  await expect.poll(() => heldOnDevice(page), { timeout: 30_000 }).toBe(0);
  await page.reload();
  await expect(page.getByText("By the door, where it dries.")).toHaveCount(1);
});

test("what the clinic's server does not let through stays in quiet mode, which says why", async ({ browser }) => {
  const page = await onPhone(browser, portal, "patient@demo.test");
  // Who is here is asked once as the page opens, and may still be answered.
  await Promise.all([page.waitForResponse("**/api/fragments"), page.goto("/quiet#keep")]);
  await between(page, "**/api/fragments", 403);
  await page.getByRole("textbox", { name: "A word" }).fill("a coat");
  await page.getByRole("button", { name: "Keep", exact: true }).tap();
  await expect(page.getByText("It stays on this device. The clinic's server does not allow this.")).toBeVisible();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await look(page, "quiet");
});

test("a therapist's screen says that calls do not reach it, and signs nobody out", async ({ browser }) => {
  const { page } = await open(browser, portal);
  await signIn(page, "therapist@demo.test");
  await between(page, /\/api\/(calls|presence)/, 401);
  await page.reload();
  await expect(
    page.getByText(/asks for a sign-in of its own \(401\)\. Calls from companions do not reach/),
  ).toBeVisible();
  await expect(page.getByText("Your session has ended")).toHaveCount(0);
  await look(page, "therapist");
});
