import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { findProgram } from "./browser";
import { Stop } from "./stop";

const kept = "node_modules/.cache/threshold-proxies";
export const proxies = ["nginx", "caddy"] as const;
export type ProxyName = (typeof proxies)[number];

/** A proxy's program: of this machine, or as it was unpacked for the tests. */
export const findProxy = (name: ProxyName): string | undefined =>
  findProgram(name) ??
  ["usr/sbin", "usr/bin"].map((folder) => path.resolve(kept, folder, name)).find((file) => existsSync(file));

/**
 * Gets nginx and Caddy for the tests out of Debian's packages. They are unpacked and not installed, since installing would start them as
 * services. In CI they must be there; elsewhere it is said that they were not tried.
 */
export function ensureProxies() {
  if (missing().length === 0) return;
  console.log("Unpacking nginx and Caddy for the tests …");
  mkdirSync(kept, { recursive: true });
  if (!unpack() && attempt("apt-get", ["update"])) unpack();
  if (missing().length === 0) return;
  const words = `The tests behind a proxy need ${missing().join(" and ")}`;
  if (process.env.CI) throw new Stop(`${words}. On Debian: apt-get install -y ${missing().join(" ")}`);
  console.log(`Not tried: ${words.replace(/^T/, "t")}.`);
}

const missing = () => proxies.filter((name) => !findProxy(name));

function unpack(): boolean {
  if (!attempt("apt-get", ["download", "-qq", ...missing()])) return false;
  const packages = readdirSync(kept).filter((file) => file.endsWith(".deb"));
  return packages.every((file) => attempt("dpkg", ["-x", file, "."]));
}

const attempt = (program: string, args: string[]) =>
  Boolean(findProgram(program)) &&
  spawnSync(program, args, { cwd: kept, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
