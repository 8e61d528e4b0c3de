import { type Browser, expect, type Page, test } from "@playwright/test";
import { asSuperuser, bringTheSessionToNow, rewrite } from "./support/clock";
import { beholder } from "./support/look";
import { accept, linkFor, openAs, password } from "./support/people";
import { acceptKnown, field, foundIn, hear, heldOnDevice, keptOf, onPhone, switchTo } from "./support/room";
import { type Portal, startPortal } from "./support/server";

let portal: Portal;
let sessionId: string;
let room: string;
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  portal = await startPortal({ demo: true });
  sessionId = await bringTheSessionToNow(portal);
  room = `/companion/sessions/${sessionId}/room`;
  await rewrite(portal, `update "Session" set state = 'inProgress', "startedAt" = "startsAt" where id = $1`, [
    sessionId,
  ]);
  patient = await onPhone(browser, portal, "patient@demo.test");
  admin = await openAs(browser, portal, "admin@demo.test");
});
test.afterAll(() => portal.stop());
test.beforeEach(() => test.setTimeout(240_000));

let patient: Page;
let admin: Page;
const ended = "Your access has ended. Thank you for being there.";

type Bounds = { name: string; email: string; unsent: "drawer" | "discard"; intention?: boolean };

/** Noor invites somebody to every session from now on. Answers with the link of the letter. */
async function invite({ name, email, unsent, intention = false }: Bounds): Promise<string> {
  await patient.goto("/my/companions/invite");
  await patient.getByLabel("What do you call them?").fill(name);
  await patient.getByLabel("Their e-mail address").fill(email);
  await patient.getByRole("radio", { name: /^All sessions from now on/ }).check({ force: true });
  if (intention) await patient.getByLabel("They may read my intention").check({ force: true });
  const unsentWords = unsent === "discard" ? "They are thrown away" : "They come to a drawer that only I can open";
  await patient.getByRole("radio", { name: unsentWords }).check({ force: true });
  await patient.getByRole("button", { name: "Send the invitation" }).tap();
  await expect(patient).not.toHaveURL(/invite/);
  return linkFor(admin, email);
}

async function endAccess(name: string) {
  await patient.goto("/my/companions");
  await patient.getByRole("link", { name, exact: true }).tap();
  await patient.getByRole("button", { name: "End access" }).first().tap();
  await patient.getByRole("alertdialog").getByRole("button", { name: "End access" }).tap();
  await expect(patient).toHaveURL(/\/my\/companions$/);
}

/** The screen says that access has ended, and nothing else. Answers how long that took. */
async function expectEnded(page: Page, unseen: string[]): Promise<number> {
  const began = Date.now();
  await page.getByRole("heading", { name: ended }).waitFor({ timeout: 20_000 });
  const took = Date.now() - began;
  const main = page.getByRole("main");
  await expect(main).toHaveText(new RegExp(`^${ended}\\s*Leave this page$`));
  for (const words of [...unseen, "Noor", "pause"]) await expect(main).not.toContainText(words);
  await expect.poll(() => heldOnDevice(page), { timeout: 20_000 }).toBe(0);
  return took;
}

const rows = (table: string) =>
  asSuperuser(portal, async (sql) => Number((await sql.query(`select count(*) from "${table}"`)).rows[0].count));

async function openRoom(page: Page) {
  await page.goto(room);
  await expect(field(page)).toBeVisible();
  // What is on this screen follows the portal from now on.
  await page.waitForTimeout(1_500);
}

async function newCompanion(browser: Browser, bounds: Bounds): Promise<Page> {
  const link = await invite(bounds);
  await (await accept(browser, portal, link)).context().close();
  return onPhone(browser, portal, bounds.email, password);
}

test("two companions at once, with different bounds, see nothing of each other; each is out in one step", async ({
  browser,
}) => {
  const kim = await newCompanion(browser, { name: "Kim", email: "kim@post.test", unsent: "discard" });
  const sam = await onPhone(browser, portal, "companion@demo.test");
  const [samSaid, kimSaid] = ["The boat has no oars.", "The window is wider now."];

  await test.step("each hears something else, and neither sees the other's lines, name or bounds", async () => {
    for (const page of [sam, kim]) await openRoom(page);
    await hear(sam, samSaid);
    await hear(kim, kimSaid);
    await expect.poll(async () => (await keptOf(portal, sessionId, "companion@demo.test")).lines.length).toBe(1);
    await expect.poll(async () => (await keptOf(portal, sessionId, "kim@post.test")).lines.length).toBe(1);
    for (const [page, others, theirName] of [
      [sam, kimSaid, "Kim"],
      [kim, samSaid, "Sam"],
    ] as const) {
      for (const path of [
        room,
        `/companion/sessions/${sessionId}`,
        `/companion/sessions/${sessionId}/note`,
        "/companion",
      ]) {
        await page.goto(path);
        expect(await foundIn(page, [others]), path).toEqual([]);
        await expect(page.locator("main"), path).not.toContainText(theirName);
      }
    }
    await sam.goto(`/companion/sessions/${sessionId}`);
    await expect(sam.getByText("To stay at the table.")).toBeVisible();
    await kim.goto(`/companion/sessions/${sessionId}`);
    expect(await foundIn(kim, ["To stay at the table."])).toEqual([]);
  });

  await test.step("Sam's access is ended while they hold unsent words: these come to the patient's drawer", async () => {
    await openRoom(sam);
    await sam.context().setOffline(true);
    const unsent = "The oars were in the boat all along.";
    await hear(sam, unsent);
    await endAccess("Sam");
    await sam.context().setOffline(false);
    await expectEnded(sam, [unsent, samSaid]);
    const screen = beholder(sam);
    await screen.look("access has ended");
    screen.expectWell();
    await expect.poll(() => rows("DrawerLine"), { timeout: 20_000 }).toBe(1);
    expect((await sam.goto(room))?.status()).toBe(404);
    await sam.goto("/companion");
    await expect(sam.getByText("Your access has ended")).toBeVisible();
    await patient.goto("/my/companions");
    await patient.getByRole("link", { name: /Words that came after an access had ended/ }).tap();
    await expect(patient.getByRole("heading", { name: "The drawer" })).toBeVisible();
    expect(await foundIn(patient, [unsent])).toEqual([]);
    const own = beholder(patient);
    await own.look("the drawer, closed");
    await patient.getByRole("button", { name: "Open it" }).tap();
    await expect(patient.getByText(unsent)).toBeVisible();
    await own.look("the drawer, open");
    own.expectWell();
  });

  await test.step("Kim's are thrown away, as the patient chose: they are nowhere", async () => {
    await openRoom(kim);
    await kim.context().setOffline(true);
    const unsent = "The window was a door.";
    await hear(kim, unsent);
    const before = { drawer: await rows("DrawerLine"), lines: await rows("CompanionLine") };
    await endAccess("Kim");
    await kim.context().setOffline(false);
    await expectEnded(kim, [unsent, kimSaid]);
    expect({ drawer: await rows("DrawerLine"), lines: await rows("CompanionLine") }).toEqual(before);
    await patient.goto("/my/companions/drawer");
    expect(await foundIn(patient, [unsent])).toEqual([]);
    await kim.goto("/companion");
    expect(await foundIn(kim, [unsent])).toEqual([]);
  });
});

test("a therapist pauses a companion: the same sentence, in the open room, and no word of why", async ({ browser }) => {
  const reason = "The patient seems to be afraid of this person.";
  const lee = await newCompanion(browser, { name: "Lee", email: "lee@post.test", unsent: "drawer" });
  const therapist = await openAs(browser, portal, "therapist@demo.test");
  await openRoom(lee);
  const said = "The stairs go down to the water.";
  await hear(lee, said);
  await therapist.goto(`/therapist/sessions/${sessionId}`);
  await therapist.getByRole("link", { name: "Lee", exact: true }).click();
  await therapist.getByLabel("Why").fill(reason);
  await therapist.getByRole("button", { name: "Pause the access" }).click();
  const began = Date.now();
  await expectEnded(lee, [said]);
  const took = Date.now() - began;
  test.info().annotations.push({ type: "a pause reaches the room, milliseconds", description: String(took) });
  console.info(`a pause reaches the open room: ${took} ms`);
  await expect(therapist.getByText(reason)).toBeVisible();
  expect((await lee.goto(room))?.status()).toBe(404);
  await lee.goto("/companion");
  await expect(lee.getByText("Your access has ended")).toBeVisible();
  for (const words of [reason, "pause", "Noor"]) await expect(lee.getByRole("main")).not.toContainText(words);
  await patient.goto("/my/companions");
  await patient.getByRole("link", { name: "Lee", exact: true }).tap();
  await expect(patient.getByText(/Ana Reyes/).first()).toBeVisible();
  expect(await foundIn(patient, [reason])).toEqual([]);
  await therapist.getByRole("button", { name: "Open the access again" }).click();
  await expect(therapist.getByText(/Opened again by/)).toBeVisible();
  await openRoom(lee);
  await expect(lee.getByText(said)).toBeVisible();
});

test("a companion who is also a patient of the same clinic sees neither room from the other", async ({ browser }) => {
  const link = await invite({ name: "Jo", email: "patient3@demo.test", unsent: "drawer" });
  const jo = await acceptKnown(browser, portal, link);
  const ofJo = "To keep the door open.";
  const ofNoor = `/companion/sessions/${sessionId}`;
  const said = "Jo hears the rain.";

  await test.step("as a companion: Noor's session, and nothing of Jo's own course", async () => {
    await expect(jo).toHaveURL(/\/companion/);
    await openRoom(jo);
    await hear(jo, said);
    for (const path of ["/companion", ofNoor, "/companion/shared"]) {
      await jo.goto(path);
      expect(await foundIn(jo, [ofJo]), path).toEqual([]);
    }
    for (const path of ["/my", "/my/sessions", "/my/journal", "/my/companions", "/therapist", "/admin"])
      expect((await jo.goto(path))?.status(), path).toBe(404);
  });

  await test.step("as a patient: Jo's own course, and nothing of Noor's", async () => {
    await switchTo(jo, /as a patient/);
    await expect(jo).toHaveURL(/\/my$/);
    for (const path of [ofNoor, room, `${ofNoor}/note`, "/companion", `/my/sessions/${sessionId}`])
      expect((await jo.goto(path))?.status(), path).toBe(404);
    for (const path of ["/my", "/my/sessions", "/my/companions", "/my/journal", "/my/path?view=list", "/my/more"]) {
      await jo.goto(path);
      expect(await foundIn(jo, ["Noor", said, "To stay at the table."]), path).toEqual([]);
    }
    await jo.goto("/my/path?view=list");
    await expect(jo.getByText(ofJo).first()).toBeVisible();
  });

  await test.step("and back: the line is where it was", async () => {
    await switchTo(jo, /as a companion/);
    await openRoom(jo);
    await expect(jo.getByText(said)).toHaveCount(1);
    await patient.goto("/my/companions");
    expect(await foundIn(patient, [ofJo])).toEqual([]);
  });
});
