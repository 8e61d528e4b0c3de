import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, test } from "vitest";
import { bringTheSessionToNow } from "@/e2e/support/clock";
import { demoPassword, freePort, type Portal, startPortal } from "@/e2e/support/server";
import { signCertificate, startTls } from "@/e2e/support/tls";
import { openFirefox } from "./support/firefox";
import { type Driver, Hand } from "./support/hand";
import { openWebKit } from "./support/webkit";

const browsers = [
  ["Firefox", openFirefox],
  ["WebKit, Safari's engine", openWebKit],
] as const;
const hasValue =
  "return [...document.querySelectorAll('textarea, input')].some(({ value }) => value.includes(arguments[0]))";
const isReadyAlone =
  "return caches.match('/quiet', { ignoreVary: true }).then((kept) => Boolean(kept && navigator.serviceWorker.controller))";

describe.each(["http://localhost", "https behind a proxy"])("at %s", (way) => {
  const folder = mkdtempSync(path.join(tmpdir(), "threshold-tls-"));
  let portal: Portal;
  let origin: string;
  let sessionId: string;
  let front: Server | undefined;

  beforeAll(async () => {
    const [port, safePort] = [await freePort(), await freePort()];
    const safe = `https://localhost:${safePort}`;
    const env = { PORT: String(port), APP_ORIGIN: way.startsWith("https") ? safe : `http://localhost:${port}` };
    portal = await startPortal({ demo: true, env });
    if (way.startsWith("https")) front = await startTls(signCertificate(folder, ["localhost"]), safePort, port);
    origin = env.APP_ORIGIN;
    sessionId = await bringTheSessionToNow(portal);
  });
  afterAll(async () => {
    front?.closeAllConnections();
    front?.close();
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(browsers)("in %s", (name, open) => {
    let driver: Driver;
    let hand: Hand;
    const here = `${name} by ${way}`;
    beforeAll(async () => {
      driver = await open();
      hand = new Hand(driver, origin);
    });
    afterAll(() => driver?.close());

    const as = async (email: string) => {
      await driver.forget();
      await hand.signIn(email, demoPassword);
    };
    const reload = async () => hand.go(await driver.run<string>("return location.pathname"));

    test("a patient writes a page that saves itself, and reads it", async () => {
      await as("patient@demo.test");
      await hand.go("/my/journal/new?kind=page");
      await hand.fill("Your words", `The river was warm, in ${here}.`);
      await hand.see("Saved ");
      await reload();
      await hand.until("the words that were saved", hasValue, [`in ${here}.`]);
      await hand.press("Done");
      await hand.see(`The river was warm, in ${here}.`);
    });

    test("a therapist writes into a note that saves itself", async () => {
      await as("therapist@demo.test");
      await hand.go("/therapist/notes");
      await hand.follow("Noor Haddad, dosing");
      await hand.fill("Strategies", ` Walks home slowly, in ${here}.`);
      await hand.until("the hour of saving", "return /Saved \\d\\d:\\d\\d/.test(document.body.innerText)");
      await reload();
      await hand.until("the words that were saved", hasValue, [`in ${here}.`]);
    });

    test("a companion keeps a line and calls, and the therapist's screen says so by itself", async () => {
      await as("companion@demo.test");
      await hand.go(`/companion/sessions/${sessionId}/room`);
      await hand.fill("They said", `By the door, in ${here}.`);
      await hand.press("Keep");
      await hand.see(`By the door, in ${here}.`);
      await reload();
      await hand.see(`By the door, in ${here}.`);
      await hand.press("Call the staff");
      await hand.press("Yes, call");
      await hand.see("The call went out at");
      await as("therapist@demo.test");
      await hand.see("calls for you, with Noor");
      await hand.press("I am coming");
      await hand.see("is on the way to Noor");
    });

    test("quiet mode opens while the portal is dead, and what was left there arrives once it is back", async () => {
      await as("patient@demo.test");
      await hand.go("/quiet");
      await hand.until("a device that could open it alone", isReadyAlone);
      await portal.kill("SIGKILL");
      await hand.go("/my/journal");
      await hand.arrive(/^\/quiet$/);
      await hand.follow("Keep a fragment");
      await hand.fill("A word", `open door, ${here}`);
      await hand.press("Keep");
      await hand.see("Kept here");
      await portal.restart();
      await hand.see("It is in your journal.", 60_000);
      await hand.go("/my/journal");
      await hand.see(`open door, ${here}`);
    });
  });
});
