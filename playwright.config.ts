import { defineConfig } from "@playwright/test";
import { launchOptions } from "./e2e/support/browser";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/support/build.ts",
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: "chromium",
    trace: "off",
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    timezoneId: "America/New_York",
    locale: "en-US",
    launchOptions: launchOptions(),
  },
});
