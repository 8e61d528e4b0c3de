import { expect, test } from "@playwright/test";
import { bringTheSessionToNow } from "./support/clock";
import { beholder } from "./support/look";
import { open, signIn } from "./support/people";
import {
  carry,
  choose,
  cold,
  lake,
  memory,
  moved,
  quote,
  recall,
  remember,
  saw,
  sleeve,
  table,
  unfold,
  words,
} from "./support/remembering";
import { field, foundIn, hear, heldOnDevice, keptOf, minutesPass, onPhone } from "./support/room";
import { type Portal, startPortal } from "./support/server";

let portal: Portal;
let sessionId: string;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal({ demo: true });
  sessionId = await bringTheSessionToNow(portal);
});
test.afterAll(() => portal.stop());

const figure = (type: string, ms: number) => {
  test.info().annotations.push({ type: `${type}, milliseconds`, description: String(ms) });
  console.info(`${type}: ${ms} ms`);
};

test("a companion's two hours in the room, from the agreement to what the therapist reads", async ({ browser }) => {
  test.setTimeout(600_000);
  const companion = await onPhone(browser, portal, "companion@demo.test");
  const patient = await onPhone(browser, portal, "patient@demo.test");
  const { page: therapist } = await open(browser, portal, { viewport: { width: 1024, height: 768 } });
  await signIn(therapist, "therapist@demo.test");
  const [theirs, own, staff] = [beholder(companion), beholder(patient), beholder(therapist)];
  const room = `/companion/sessions/${sessionId}/room`;
  const desk = `/therapist/sessions/${sessionId}`;
  const said: number[] = [];

  await test.step("before: the two agree, and say yes to the same words", async () => {
    await theirs.look("companion before the session");
    await companion.goto(`/companion/sessions/${sessionId}`);
    await theirs.look("companion the session");
    await patient.goto(`/my/sessions/${sessionId}`);
    await patient.getByRole("link", { name: "Open the agreement" }).tap();
    await unfold(patient, "Change it");
    await choose(patient, "Everything that is said");
    await choose(patient, "The companion drives");
    await own.look("patient the agreement to change");
    await patient.getByRole("button", { name: "Keep this" }).tap();
    await expect(patient.getByText("Everything that is said is written down.")).toBeVisible();
    await companion.goto(`/companion/sessions/${sessionId}/agreement`);
    await unfold(companion, "Change it");
    await choose(companion, "Only when it is asked for");
    await companion.getByRole("button", { name: "Keep this" }).tap();
    await expect(companion.getByText(/Touch only when it is asked for\./)).toBeVisible();
    await companion.getByRole("button", { name: "Yes, this is what we agreed" }).tap();
    await expect(companion.getByText(/Noor has not confirmed it yet/)).toBeVisible();
    await theirs.look("companion the agreement");
    await therapist.goto(desk);
    await expect(therapist.getByText("Both confirmed")).toHaveCount(0);
    await patient.reload();
    await patient.getByRole("button", { name: "Yes, this is what we agreed" }).tap();
    await expect(patient.getByText(/You and Sam have both confirmed this/)).toBeVisible();
    await own.look("patient the agreement that stands");
  });

  await test.step("the care team reads it, and the session begins", async () => {
    await therapist.goto(desk);
    await expect(therapist.getByText("Both confirmed")).toBeVisible();
    await therapist.getByText("What they agreed").click();
    await expect(therapist.getByText(/Touch only when it is asked for\./)).toBeVisible();
    await staff.look("therapist the agreement");
    await therapist.getByRole("button", { name: "Check in" }).click();
    await therapist.getByRole("button", { name: "Start" }).click();
    await expect(therapist.getByRole("button", { name: "Complete" })).toBeVisible();
    await patient.goto("/quiet");
  });

  await test.step("in the room: a dark screen, the agreement one swipe away, three lines with their times", async () => {
    await companion.goto("/companion");
    await companion.getByRole("link", { name: "Into the room" }).first().tap();
    await expect(field(companion)).toBeVisible();
    await theirs.look("room");
    await companion.getByRole("link", { name: "Agreement" }).tap();
    await expect(companion.getByText(/Touch only when it is asked for\./)).toBeInViewport();
    await theirs.look("room the agreement");
    await companion.getByRole("link", { name: "Back to the room" }).tap();
    for (const line of [lake, sleeve, cold]) said.push((await hear(companion, line)).getTime());
    await expect.poll(async () => (await keptOf(portal, sessionId, "companion@demo.test")).lines.length).toBe(3);
    await theirs.look("room with lines");
  });

  const pass = async (minutes: number) => {
    await minutesPass(portal, sessionId, minutes);
    for (const at of said.keys()) said[at] = (said[at] ?? 0) - minutes * 60_000;
    await companion.reload();
  };
  const expectOnce = async (looks: number) => {
    await expect.poll(() => heldOnDevice(companion), { timeout: 30_000 }).toBe(0);
    const kept = await keptOf(portal, sessionId, "companion@demo.test");
    expect(kept.lines).toEqual(said.map((at) => new Date(at).toISOString()));
    expect(kept.looks).toBe(looks);
  };
  const items = companion.getByRole("region", { name: "What was said" }).getByRole("listitem");

  await test.step("an hour later the network is gone; what is kept arrives once, in order, with its times", async () => {
    await pass(60);
    await expect(companion.getByText(/1 hour/)).toBeVisible();
    await expect(companion.getByText("A good time to look in. A glance is enough.")).toBeVisible();
    await theirs.look("room time to look in");
    await companion.context().setOffline(true);
    for (const line of [carry, table]) said.push((await hear(companion, line)).getTime());
    await companion.getByRole("button", { name: "Looked in" }).tap();
    await expect(companion.getByText(/Looked in at/)).toBeVisible();
    await expect(companion.getByText(/saved, waiting for network: 3/)).toBeVisible({ timeout: 20_000 });
    await theirs.look("room without network");
    expect((await keptOf(portal, sessionId, "companion@demo.test")).lines).toHaveLength(3);
    // The portal keeps the first batch, but the answer is lost on its way back: the device sends all of it again.
    let lost = 0;
    await companion.route("**/api/room/*", async (way) => {
      lost += 1;
      if (lost > 1) return way.continue();
      await way.fetch();
      await way.abort();
    });
    await companion.context().setOffline(false);
    await expectOnce(1);
    expect(lost).toBeGreaterThan(1);
    await companion.unroute("**/api/room/*");
    await companion.reload();
    await expect(items).toHaveCount(5);
    for (const [at, line] of words.entries()) await expect(items.nth(at)).toContainText(line);
  });

  await test.step("another hour later it is gone for a second time, and the page is opened anew when it is back", async () => {
    await pass(60);
    await expect(companion.getByText(/2 hours/)).toBeVisible();
    await companion.context().setOffline(true);
    await companion.getByRole("button", { name: "Looked in" }).tap();
    await expect(companion.getByText(/saved, waiting for network: 1/)).toBeVisible({ timeout: 20_000 });
    await companion.context().setOffline(false);
    await companion.reload();
    await expectOnce(2);
    await expect(items).toHaveCount(5);
  });

  await test.step("the staff are called: the therapist knows within two seconds, and so does the companion", async () => {
    await therapist.goto("/therapist");
    await expect(therapist.getByRole("heading", { level: 1 })).toBeVisible();
    await therapist.waitForTimeout(2_000);
    await companion.getByRole("button", { name: "Call the staff" }).tap();
    await theirs.look("room before calling");
    const calls = therapist.getByRole("list", { name: "Calls from companions" });
    let began = Date.now();
    await companion.getByRole("button", { name: "Yes, call" }).tap();
    await calls.getByText(/Sam calls for you, with Noor/).waitFor();
    const called = Date.now() - began;
    figure("a call reaches the therapist's page", called);
    expect(called).toBeLessThan(5_000);
    await theirs.look("room calling");
    await staff.look("therapist is called");
    began = Date.now();
    await therapist.getByRole("button", { name: "I am coming" }).click();
    await companion.getByText("The staff know. Ana Reyes is coming.").waitFor();
    const answered = Date.now() - began;
    figure("the answer reaches the companion's page", answered);
    expect(answered).toBeLessThan(5_000);
    await theirs.look("room answered");
  });

  await test.step("the therapist writes down what they heard, and the session ends", async () => {
    await therapist.goto(desk);
    const form = therapist.getByRole("form", { name: "What Noor said" });
    await form.getByLabel("Their words").fill(quote);
    await form.getByRole("button", { name: "Write it down" }).click();
    await therapist.getByRole("button", { name: "Share with Noor" }).click();
    await expect(therapist.getByText("shared with Noor").first()).toBeVisible();
    await therapist.getByRole("button", { name: "Complete" }).click();
    await expect(therapist.getByRole("button", { name: "Complete" })).toHaveCount(0);
  });

  await test.step("after: the debrief, a last look, and it is handed over", async () => {
    await companion.goto(room);
    await companion.getByRole("link", { name: "Agreement" }).tap();
    await companion.getByRole("link", { name: "Leave the room" }).tap();
    await companion.getByRole("link", { name: "The way home and after" }).tap();
    await expect(companion.getByRole("heading", { level: 1 })).toBeVisible();
    await theirs.look("companion the way home and after");
    await companion.goto(`/companion/sessions/${sessionId}/note`);
    for (const [at, line] of words.entries())
      await expect(companion.getByLabel(`Words of line ${at + 1}`)).toHaveValue(line);
    await companion.getByLabel("What I saw").fill(saw);
    await companion.getByLabel("How they seemed").fill("Rested.");
    await companion.getByLabel("What moved me").fill(moved);
    await theirs.look("companion the debrief");
    await companion.getByRole("button", { name: "Look it over" }).tap();
    await expect(companion.getByRole("heading", { name: "One last look" })).toBeVisible();
    for (const line of [...words, saw, moved]) await expect(companion.getByText(line)).toBeVisible();
    await theirs.look("companion one last look");
    await companion.getByRole("button", { name: /Hand it over/ }).tap();
    await expect(companion.getByRole("heading", { name: "Your note is handed over" })).toBeVisible();
    await theirs.look("companion handed over");
    for (const path of [companion.url(), "/companion"]) {
      await companion.goto(path);
      expect(await foundIn(companion, [...words, saw, moved]), path).toEqual([]);
    }
  });

  await remember(patient, own);
  await recall(patient, sessionId, own);
  await test.step("beside the note the therapist reads exactly the shared part", async () => {
    const theirsAlone = [sleeve, carry, table, saw, moved, memory];
    await therapist.goto(desk);
    await expect(therapist.getByText(quote)).toBeVisible();
    expect(await foundIn(therapist, theirsAlone)).toEqual([]);
    await therapist.goto(`${desk}/note`);
    for (const line of [lake, cold, quote]) await expect(therapist.getByText(line)).toBeVisible();
    await staff.look("therapist the note");
    expect(await foundIn(therapist, theirsAlone)).toEqual([]);
  });
  for (const { expectWell } of [theirs, own, staff]) expectWell();
});
