import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { accept, linkFor, open, password, signIn } from "./support/people";
import { type Portal, startPortal } from "./support/server";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(() => portal.stop());

/** A zone in which a session in a few minutes is still today. */
const zone = new Date().getUTCHours() < 22 ? "Europe/London" : "Asia/Tokyo";
const soon = () => {
  const at = new Date(Date.now() + 4 * 60_000);
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(at);
  return parts.replace(" ", "T");
};

const intention = "To let my shoulders down when I come home.";
const line = "It is only a coat.";
const section = "Wept briefly, without distress.";

test("from the clinic's first day to a note that the patient reads", async ({ browser }) => {
  test.setTimeout(180_000);
  const admin = await test.step("the first admin sets up the clinic", () => setUp(browser));
  const therapist = await test.step("the admin invites a therapist, who accepts", () =>
    invite(browser, admin, { role: "Therapist", name: "Ana Reyes", email: "ana@clinic.test", credentials: "LPC" }));
  const patient = await test.step("the admin invites a patient, who accepts", () =>
    invite(browser, admin, { role: "Patient", name: "Noor Haddad", email: "noor@post.test" }));

  await test.step("the admin puts the therapist on the patient's care team", async () => {
    await admin.goto("/admin/care-teams");
    await admin.getByRole("row").filter({ hasText: "Noor" }).getByRole("link").first().click();
    await admin.getByLabel("Therapist", { exact: true }).selectOption({ label: "Ana Reyes, LPC" });
    await admin.getByRole("button", { name: "Add to the care team" }).click();
    await expect(admin.getByRole("heading", { name: /Ana Reyes/ })).toBeVisible();
  });

  await test.step("the therapist schedules a dosing session", async () => {
    await therapist.goto("/therapist/patients");
    await therapist.getByRole("link", { name: /Noor/ }).first().click();
    await therapist.getByRole("link", { name: "Schedule" }).first().click();
    await therapist.getByRole("radio", { name: "Dosing" }).check({ force: true });
    await therapist.getByLabel("Starts").fill(soon());
    await therapist.getByRole("textbox", { name: "Where" }).fill("The quiet room");
    await therapist.getByRole("button", { name: "Schedule" }).click();
    await expect(therapist).not.toHaveURL(/schedule/);
  });

  await test.step("the patient sets an intention, rewords it, and shares it with the care team", async () => {
    await patient.goto("/my/sessions");
    await patient
      .getByRole("link", { name: /Dosing/ })
      .first()
      .click();
    await expect(patient).toHaveURL(/sessions\/[0-9a-f-]{36}$/);
    const sessionPage = patient.url();
    for (const words of ["To be less angry.", intention]) {
      await patient.goto(`${sessionPage}/intention`);
      await patient.getByLabel("For this session").fill(words);
      await patient.getByRole("button", { name: "Keep it" }).click();
      await expect(patient.getByText(`“${words}”`).first()).toBeVisible();
    }
    await expect(patient.getByText("Only you").first()).toBeVisible();
    await patient.getByText("Choose who may read this").click();
    await patient.getByRole("button", { name: "Share with your care team" }).click();
    await expect(patient.getByText("You and your care team").first()).toBeVisible();
    await expect(patient.getByText("To be less angry.")).toBeVisible();
  });

  const companion = await test.step("the patient invites a companion, who accepts", async () => {
    await patient.goto("/my/companions/invite");
    await patient.getByLabel("What do you call them?").fill("Sam");
    await patient.getByLabel("Their e-mail address").fill("sam@post.test");
    await patient.getByRole("radio", { name: "All sessions from now on" }).check({ force: true });
    await patient.getByLabel("They may read my intention").check({ force: true });
    await patient.getByRole("button", { name: "Send the invitation" }).click();
    await expect(patient).not.toHaveURL(/invite/);
    return accept(browser, portal, await linkFor(admin, "sam@post.test"));
  });

  await test.step("the session begins and ends", async () => {
    await therapist.goto("/therapist");
    await therapist.getByRole("link", { name: /Noor/ }).first().click();
    if (!therapist.url().includes("/sessions/"))
      await therapist
        .getByRole("link", { name: /Dosing/ })
        .first()
        .click();
    await expect(therapist.getByText(intention)).toBeVisible();
    await therapist.getByRole("button", { name: "Check in" }).click();
    await therapist.getByRole("button", { name: "Start" }).click();
    await therapist.getByRole("button", { name: "Complete" }).click();
    await expect(therapist.getByRole("button", { name: "Complete" })).toHaveCount(0);
    await patient.goto("/my");
    await expect(patient, "the day of a dose is quiet").toHaveURL(/\/quiet$/);
  });

  await test.step("the companion writes down what was said and hands it over", async () => {
    await companion.goto("/companion");
    await companion.getByRole("link", { name: "Open this session" }).click();
    await expect(companion.getByText(intention)).toBeVisible();
    await companion.getByRole("link", { name: "Begin your note" }).click();
    await companion.getByLabel("What I saw").fill("Your hands opened.");
    await companion.getByLabel("Words of line 1").fill(line);
    await companion.getByLabel("How they seemed").fill("Light.");
    await companion.getByRole("button", { name: "Look it over" }).click();
    await expect(companion.getByText(line)).toBeVisible();
    await companion.getByRole("button", { name: /Hand it over/ }).click();
    await expect(companion.getByRole("heading", { name: "Your note is handed over" })).toBeVisible();
    await expect(companion.getByText(line)).toHaveCount(0);
  });

  await test.step("nobody but the patient can read it, until the patient shares it", async () => {
    await therapist.reload();
    await expect(therapist.getByText(line)).toHaveCount(0);
    await patient.goto("/my/companions");
    await patient.getByRole("link", { name: "Choose a moment" }).click();
    await patient.getByRole("button", { name: "Open it now" }).click();
    await expect(patient.getByText(line)).toBeVisible();
    await patient.getByText("Choose who may read this").click();
    await patient.getByRole("button", { name: "Share with your care team" }).click();
    await expect(patient.getByText("You and your care team").first()).toBeVisible();
    await therapist.reload();
    await expect(therapist.getByText(line)).toBeVisible();
  });

  await test.step("the therapist writes, signs and adds an addendum", async () => {
    await therapist
      .getByRole("link", { name: /note/i })
      .filter({ hasNotText: /private|psychotherapy|Notes/i })
      .first()
      .click();
    await expect(therapist.getByText(intention).first()).toBeVisible();
    await expect(therapist.getByText(line)).toBeVisible();
    await therapist.getByLabel("Objective").fill(section);
    await therapist.getByRole("button", { name: "Review and sign" }).click();
    await expect(therapist.getByText("You sign as")).toContainText("Ana Reyes, LPC");
    await therapist.getByRole("button", { name: "Sign the note" }).click();
    await expect(therapist.getByText("Signed", { exact: true }).first()).toBeVisible();
    await therapist.getByLabel("Addendum").fill("Called the next morning: slept well.");
    await therapist.getByRole("button", { name: "Add it to the note" }).click();
    await expect(therapist.getByText("slept well").first()).toBeVisible();
  });

  await test.step("the patient reads it, and sees who opened what", async () => {
    await patient.goto("/my/sessions");
    await patient
      .getByRole("link", { name: /Dosing/ })
      .first()
      .click();
    await patient.getByRole("link", { name: "Read" }).click();
    await expect(patient.getByText(section)).toBeVisible();
    await expect(patient.getByText("slept well")).toBeVisible();
    await patient.goto("/my/opened");
    await expect(patient.getByText(/Ana Reyes/).first()).toBeVisible();
  });

  await test.step("the admin sees that it happened, and not a word of it", async () => {
    await admin.goto("/admin/audit");
    await expect(admin.getByText("Signed a note").first()).toBeVisible();
    const download = admin.waitForEvent("download");
    await admin.getByRole("link", { name: "Download CSV" }).click();
    const exported = readFileSync(await (await download).path(), "utf8");
    const log = `${await admin.locator("main").textContent()}\n${exported}`;
    for (const verb of ["intention.set", "companionNote.handOver", "note.sign", "note.addend", "note.read"])
      expect(log).toContain(verb);
    for (const words of [intention, line, section, "slept well"]) expect(log).not.toContain(words);
  });

  await test.step("the companion whose access is ended is out on the next request", async () => {
    await patient.goto("/my/companions");
    await patient.getByRole("link", { name: /Sam/ }).first().click();
    await patient.getByRole("button", { name: /End/ }).first().click();
    await patient.getByRole("alertdialog").getByRole("button", { name: /End/ }).click();
    await expect(patient.getByText("Access has ended", { exact: true }).first()).toBeVisible();
    const answer = await companion.reload();
    expect(answer?.status()).toBe(404);
  });
});

async function setUp(browser: Browser): Promise<Page> {
  const { page } = await open(browser, portal);
  await page.goto("/");
  await page.getByLabel("Code").fill(portal.setupCode());
  await page.getByLabel("The clinic's name").fill("Riverbend Clinic");
  await page.getByLabel("Time zone").selectOption(zone);
  await page.getByLabel("Your name").fill("Robin Vale");
  await page.getByLabel("Your e-mail address").fill("robin@clinic.test");
  await page.getByLabel("Choose a password").fill(password);
  await page.getByRole("button", { name: "Set up your clinic" }).click();
  await expect(page).toHaveURL(/\/admin/);
  await page.context().clearCookies();
  await signIn(page, "robin@clinic.test", password);
  return page;
}

type Newcomer = { role: "Therapist" | "Patient"; name: string; email: string; credentials?: string };

async function invite(browser: Browser, admin: Page, { role, name, email, credentials }: Newcomer): Promise<Page> {
  await admin.goto("/admin/invite");
  await admin.getByRole("radio", { name: new RegExp(`^${role}`) }).check({ force: true });
  await admin.getByLabel("Name").fill(name);
  await admin.getByLabel("E-mail address").fill(email);
  if (credentials) await admin.getByLabel("Credentials").fill(credentials);
  await admin.getByRole("button", { name: "Send the invitation" }).click();
  await expect(admin).not.toHaveURL(/invite$/);
  return accept(browser, portal, await linkFor(admin, email));
}
