import { expect, test, vi } from "vitest";
import { ensureOtherBrowsers } from "@/scripts/lib/browser";
import { ensureProxies } from "@/scripts/lib/proxies";

vi.mock("node:fs", async (original) => ({
  ...(await original<typeof import("node:fs")>()),
  existsSync: (file: string) => !/firefox|WebKitWebDriver|nginx|caddy/i.test(file),
  mkdirSync: () => undefined,
}));
vi.mock("node:child_process", async (original) => ({
  ...(await original<typeof import("node:child_process")>()),
  spawnSync: () => ({ status: 1 }),
}));

const saidBy = (work: () => void) => {
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  work();
  return said.mock.calls.flat().join("\n");
};

test("on a machine without the other browsers and proxies it is said that they were not tried, and what would help", () => {
  vi.stubEnv("CI", "");
  expect(saidBy(ensureOtherBrowsers)).toMatch(/Not tried: Firefox and WebKitWebDriver.*apt-get install -y firefox-esr/);
  expect(saidBy(ensureProxies)).toMatch(/Not tried: the tests behind a proxy need nginx and caddy/);
});

test("in CI, and where they are asked for, the run ends in one sentence", () => {
  vi.stubEnv("CI", "true");
  for (const ensure of [ensureOtherBrowsers, ensureProxies]) {
    expect(() => saidBy(ensure)).toThrow(
      expect.objectContaining({ name: "Stop", message: expect.stringMatching(/apt-get/) }),
    );
  }
  vi.stubEnv("CI", "");
  expect(() => saidBy(() => ensureOtherBrowsers({ must: true }))).toThrow("Firefox and WebKitWebDriver");
});
