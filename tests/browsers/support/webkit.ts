import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Builder, Capabilities, type WebElement } from "selenium-webdriver";
import { freePort } from "@/e2e/support/server";
import { findWebKit } from "@/scripts/lib/browser";
import { type Driver, type Find, finding } from "./hand";

/** Safari's engine as Debian ships it, by W3C WebDriver on a screen that nobody sees. */
export async function openWebKit(): Promise<Driver> {
  const programs = findWebKit();
  if (!programs) throw new Error("WebKit is not on this machine.");
  const { url, end } = await startServer(programs);
  const wanted = new Capabilities({
    browserName: "MiniBrowser",
    acceptInsecureCerts: true,
    "webkitgtk:browserOptions": { binary: programs.browser, args: ["--automation"] },
  });
  const open = () => new Builder().usingServer(url).withCapabilities(wanted).build();
  let session = await open();
  const element = ({ kind, name }: Find) => session.executeScript<WebElement>(finding, kind, name);
  return {
    name: `WebKit ${(await session.getCapabilities()).get("browserVersion")}`,
    go: (address) => session.get(address),
    run: <T>(body: string, ...args: unknown[]) => session.executeScript<T>(body, ...args),
    click: async (find) => (await element(find)).click(),
    type: async (find, text) => (await element(find)).sendKeys(text),
    forget: async () => {
      await session.quit();
      session = await open();
    },
    close: async () => {
      await session.quit().catch(() => undefined);
      end();
    },
  };
}

/** WebKit's driver with a screen and a home that go with it. */
async function startServer({ driver, screen }: NonNullable<ReturnType<typeof findWebKit>>) {
  const home = mkdtempSync(path.join(tmpdir(), "threshold-webkit-"));
  const display = spawn(screen, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    display.stdio[3]?.once("data", (text) => resolve(String(text).trim()));
    display.once("error", reject);
  });
  const port = await freePort();
  const own = { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home, DISPLAY: `:${number}` };
  const env: NodeJS.ProcessEnv = { NODE_ENV: "test", ...own, ...software };
  const server = spawn(driver, [`--port=${port}`], { env, detached: true, stdio: "ignore" });
  const end = () => {
    process.off("exit", end);
    for (const each of [server, display]) endGroup(each);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  process.once("exit", end);
  await listening(port);
  return { url: `http://127.0.0.1:${port}`, end };
}

// No graphics card, no bus for screen readers: neither is there on a machine that runs tests.
const software = { LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", GTK_A11Y: "none" };

async function listening(port: number) {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (status?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("WebKitWebDriver did not start.");
}

function endGroup({ pid }: ChildProcess) {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
