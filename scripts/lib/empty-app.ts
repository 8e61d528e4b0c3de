import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { Stop } from "./stop";

const dir = path.resolve(".data/empty-app");
const files = {
  "package.json": '{ "name": "empty", "private": true, "type": "module" }',
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
  "app/layout.jsx": 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
  "app/page.jsx": "export default () => <p>Empty</p>;",
};

/** The gzipped bytes of JavaScript that an empty app of the installed Next version loads first. */
export async function weighEmptyApp(): Promise<number> {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(path.join(dir, "app"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dir, name), text);
  const run = spawnSync(process.execPath, [path.resolve("node_modules/next/dist/bin/next"), "build", dir], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Stop(`The empty app for comparison could not be built.\n${run.stdout}${run.stderr}`);
  const html = readFileSync(path.join(dir, ".next/server/app/index.html"), "utf8");
  const sources = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = ""]) => attributes);
  const modern = sources.filter((attributes) => attributes.includes("src=") && !/nomodule/i.test(attributes));
  const chunks = new Set(modern.map((attributes) => attributes.match(/src="\/_next\/([^"?]+)/)?.[1] ?? ""));
  return [...chunks].reduce((total, chunk) => total + gzipSync(readFileSync(path.join(dir, ".next", chunk))).length, 0);
}
