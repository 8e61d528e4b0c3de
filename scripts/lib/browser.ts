import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "@/e2e/support/browser";
import { Stop } from "./stop";

/** Gets a browser for the tests when this machine has none. */
export function ensureBrowser() {
  if (findBrowser()) return;
  console.log("Installing a browser for the tests …");
  const playwright = [
    "node_modules/@playwright/test/cli.js",
    "install",
    ...(isRoot() ? ["--with-deps"] : []),
    "chromium",
  ];
  if (attempt(process.execPath, playwright) && findBrowser()) return;
  if (installed(["chromium"]) && findBrowser()) return;
  throw new Stop("The end-to-end tests need a browser. Install Chromium or Google Chrome, and run the tests again.");
}

const otherPackages = ["firefox-esr", "webkit2gtk-driver", "xvfb", "openssl"];

/**
 * Gets Firefox and Safari's engine where Debian's packages can be installed. Elsewhere it is said that they were not tried; where
 * they must be there (in CI, or asked for) that ends the run.
 */
export function ensureOtherBrowsers({ must = Boolean(process.env.CI) } = {}) {
  if (missingPrograms().length === 0) return;
  console.log("Installing Firefox and WebKit for the tests …");
  installed(otherPackages);
  const missing = missingPrograms();
  if (missing.length === 0) return;
  const words = `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not on this machine`;
  const help = `On Debian: apt-get install -y ${otherPackages.join(" ")}`;
  if (must) throw new Stop(`The tests in other browsers cannot run: ${words}. ${help}`);
  console.log(`Not tried: ${words}. ${help}`);
}

const missingPrograms = () =>
  [
    { name: "Firefox", isThere: findFirefox() },
    { name: "WebKitWebDriver with MiniBrowser and Xvfb", isThere: findWebKit() },
    { name: "openssl", isThere: findProgram("openssl") },
  ].flatMap(({ name, isThere }) => (isThere ? [] : [name]));

export const findFirefox = (): string | undefined =>
  findProgram("firefox-esr") ??
  findProgram("firefox") ??
  ["/Applications/Firefox.app/Contents/MacOS/firefox"].find((file) => existsSync(file));

/** WebKit's driver, the browser that it drives, and a screen without a screen. */
export function findWebKit(): { driver: string; browser: string; screen: string } | undefined {
  const [driver, screen] = [findProgram("WebKitWebDriver"), findProgram("Xvfb")];
  const browser = foldersIn("/usr/lib")
    .flatMap((folder) => foldersIn(folder).filter((inner) => /\/webkit(2gtk|gtk)-[\d.]+$/.test(inner)))
    .map((folder) => path.join(folder, "MiniBrowser"))
    .find((file) => existsSync(file));
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}

/** Where a program lies, also one that only root's path has. */
export const findProgram = (name: string): string | undefined =>
  [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/bin"]
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

const isRoot = () => process.getuid?.() === 0;

/** Installs Debian's packages as root; anybody else is told what to install. */
const installed = (packages: string[]) =>
  isRoot() &&
  Boolean(findProgram("apt-get")) &&
  attempt("apt-get", ["update"]) &&
  attempt("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);

const attempt = (program: string, args: string[]) =>
  spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
