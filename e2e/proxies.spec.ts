import { createHash, randomFillSync } from "node:crypto";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { findProxy, proxies } from "@/scripts/lib/proxies";
import { launchOptions } from "./support/browser";
import { bringTheSessionToNow } from "./support/clock";
import { signIn } from "./support/people";
import { documented, host, type Running, startProxy } from "./support/proxies";
import { type Portal, startPortal } from "./support/server";
import { choose, saved, writePage, yourWords } from "./support/space";

const origin = `https://${host}`;
const phone = { width: 390, height: 844 };
let portal: Portal;
let sessionId: string;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal({ demo: true, env: { APP_ORIGIN: origin } });
  sessionId = await bringTheSessionToNow(portal);
});
test.afterAll(() => portal.stop());

/** A browser for which the name in the documentation is this proxy, signed in. */
async function visit({ ports }: Running, email: string): Promise<{ browser: Browser; page: Page }> {
  const rules = `MAP ${host}:443 127.0.0.1:${ports.safe}, MAP ${host}:80 127.0.0.1:${ports.plain}`;
  const options = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, `--host-resolver-rules=${rules}`] });
  const context = await browser.newContext({ baseURL: origin, ignoreHTTPSErrors: true, viewport: phone });
  const page = await context.newPage();
  await signIn(page, email);
  return { browser, page };
}

/** Nine megabytes of noise that a player would play. */
function noise(): Buffer {
  const sound = randomFillSync(Buffer.alloc(9 * 1_048_576));
  sound.write("RIFF", 0);
  sound.writeUInt32LE(sound.length - 8, 4);
  sound.write("WAVEfmt ", 8);
  for (const [at, value] of [
    [16, 16],
    [24, 48_000],
    [28, 192_000],
  ] as const)
    sound.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 2],
    [32, 4],
    [34, 16],
  ] as const)
    sound.writeUInt16LE(value, at);
  sound.write("data", 36);
  sound.writeUInt32LE(sound.length - 44, 40);
  return sound;
}
const upload = () => ({ name: "noise.wav", mimeType: "audio/wav", buffer: noise() });

for (const name of proxies) {
  test(`behind ${name} as the documentation shows it, everything works`, async () => {
    test.skip(!findProxy(name), `${name} is not on this machine`);
    test.setTimeout(240_000);
    const proxy = await startProxy(name, portalPort());
    const { browser, page } = await visit(proxy, "patient@demo.test");
    try {
      await page.goto(`http://${host}/my/journal?kind=dream`);
      await expect(page).toHaveURL(`${origin}/my/journal?kind=dream`);
      await writePage(page, `Kept behind ${name}.`);
      await page.goto("/my/journal/new?kind=page");
      await yourWords(page).fill("This saves itself.");
      await saved(page);
      await choose(page, upload());
      await expect(page).toHaveURL(/\/my\/making\/[0-9a-f-]{36}$/, { timeout: 60_000 });
      await expectBook(page);
      await expectLive(proxy);
      expect(portal.output()).not.toMatch(/senders cannot be told apart|they are led there|Error/);
    } finally {
      await browser.close();
      await proxy.stop();
    }
  });
}

test("behind an nginx that takes no large files and hides the sender, the page says why, and the log", async () => {
  test.skip(!findProxy("nginx"), "nginx is not on this machine");
  test.setTimeout(240_000);
  const poor = documented("nginx").replace(/.*(client_max_body_size|X-Forwarded-For|Host).*\n/g, "");
  const proxy = await startProxy("nginx", portalPort(), poor);
  const { browser, page } = await visit(proxy, "patient@demo.test");
  try {
    await choose(page, upload());
    const words = page.locator("form").getByRole("alert");
    await expect(words).toContainText(
      "larger than the clinic's server lets through. Tell the clinic this number: 413.",
    );
    expect(await page.getByLabel("Picture or sound").inputValue()).toContain("noise.wav");
    await picture(page, "too-large");
    expect(portal.output().match(/senders cannot be told apart/g)).toHaveLength(1);
    expect(portal.output().match(/let it pass Host on/g)).toHaveLength(1);
  } finally {
    await browser.close();
    await proxy.stop();
  }
});

test("while the portal is down behind its proxy, a page and a form say so, and keep what was typed", async () => {
  test.skip(!findProxy("nginx"), "nginx is not on this machine");
  test.setTimeout(240_000);
  const proxy = await startProxy("nginx", portalPort());
  const { browser, page } = await visit(proxy, "patient@demo.test");
  try {
    const form = await page.context().newPage();
    await form.goto("/my/goals/new");
    await form.getByLabel(/take its place/i).fill("I go on talking.");
    await page.goto("/my/journal/new?kind=page");
    await yourWords(page).fill("Kept by the portal. ");
    await saved(page);
    await portal.kill();
    await yourWords(page).fill("Typed while it was down.");
    await expect(
      page.getByText(/does not reach the portal just now \(502\)\. Kept on this device/).first(),
    ).toBeVisible();
    await picture(page, "down-page");
    await form.getByRole("button", { name: /Keep/ }).click();
    await expect(form.getByRole("alert").first()).toContainText(
      "(502). What you typed is still here; try again in a moment.",
    );
    await expect(form.getByLabel(/take its place/i)).toHaveValue("I go on talking.");
    await picture(form, "down-form");
    await portal.restart();
    await saved(page, 60_000);
  } finally {
    await browser.close();
    await proxy.stop();
  }
});

const portalPort = () => Number(new URL(portal.origin).port);

async function picture(page: Page, name: string) {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true });
  }
}

/** The whole book comes through: as many bytes, and the same, as the portal gives without the proxy. */
async function expectBook(page: Page) {
  await page.goto("/my/book");
  const isBound = await page.getByRole("heading", { name: "Your book is ready" }).isVisible();
  if (!isBound) await page.getByRole("button", { name: "Bind my book" }).click();
  await expect(page.getByRole("heading", { name: "Your book is ready" })).toBeVisible({ timeout: 120_000 });
  const path = (await page.locator('a[href$="/zip"]').first().getAttribute("href")) ?? "";
  const through = await page.evaluate(async (address) => {
    const bytes = await (await fetch(address)).arrayBuffer();
    const hash = await crypto.subtle.digest("SHA-256", bytes);
    return {
      size: bytes.byteLength,
      hash: Array.from(new Uint8Array(hash), (one) => one.toString(16).padStart(2, "0")).join(""),
    };
  }, path);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const straight = await fetch(`${portal.origin}${path}`, {
    headers: { cookie, "sec-fetch-site": "same-origin", "x-forwarded-for": "127.0.0.1" },
  });
  const bytes = Buffer.from(await straight.arrayBuffer());
  expect(through.size).toBeGreaterThan(9_000_000);
  expect(through).toEqual({ size: bytes.length, hash: createHash("sha256").update(bytes).digest("hex") });
}

/** What happens in a room reaches its screen by the stream, at once. */
async function expectLive(proxy: Running) {
  const { browser, page } = await visit(proxy, "companion@demo.test");
  try {
    await page.goto(`/companion/sessions/${sessionId}/room`);
    const writer = await page.evaluate(
      async () => ((await (await fetch("/api/presence")).json()) as { personId: string }).personId,
    );
    const waited = await page.evaluate(
      async ({ path, room, writer }) => {
        const source = new EventSource(path);
        const next = () =>
          new Promise<number>((resolve) =>
            source.addEventListener("message", () => resolve(performance.now()), { once: true }),
          );
        const begun = performance.now();
        const first = (await next()) - begun;
        const heard = next();
        const asked = performance.now();
        const item = {
          id: crypto.randomUUID().replace(/^(.{14})./, "$17"),
          kind: "call",
          at: new Date().toISOString(),
        };
        await fetch(room, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ writer, items: [item] }),
        });
        const second = (await heard) - asked;
        source.close();
        return { first, second };
      },
      { path: `/api/room/${sessionId}/stream?writer=${writer}`, room: `/api/room/${sessionId}`, writer },
    );
    expect(waited.first).toBeLessThan(3_000);
    expect(waited.second).toBeLessThan(3_000);
  } finally {
    await browser.close();
  }
}
