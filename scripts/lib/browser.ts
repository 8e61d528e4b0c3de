import { spawnSync } from "node:child_process";
import { findBrowser } from "@/e2e/support/browser";
import { Stop } from "./stop";

/** Gets a browser for the tests when this machine has none. */
export function ensureBrowser() {
  if (findBrowser()) return;
  const isRoot = process.getuid?.() === 0;
  console.log("Installing a browser for the tests …");
  const playwright = [
    "node_modules/@playwright/test/cli.js",
    "install",
    ...(isRoot ? ["--with-deps"] : []),
    "chromium",
  ];
  if (attempt(process.execPath, playwright) && findBrowser()) return;
  if (isRoot && attempt("apt-get", ["update"]) && attempt("apt-get", ["install", "-y", "chromium"]) && findBrowser())
    return;
  throw new Stop("The end-to-end tests need a browser. Install Chromium or Google Chrome, and run the tests again.");
}

const attempt = (program: string, args: string[]) =>
  spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
