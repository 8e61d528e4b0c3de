import * as modules from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installIfMissing } from "./install.mjs";
import * as serverOnly from "./server-only.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs `main` of a TypeScript file of this folder, with the packages in place. */
export async function run(entry) {
  process.chdir(root);
  try {
    process.loadEnvFile(path.join(root, ".env"));
  } catch {
    // No .env is fine.
  }
  installIfMissing(root);
  const tsx = await import("tsx/esm/api");
  tsx.register();
  // Newer Nodes have a plainer way, and warn of the older one.
  if (modules.registerHooks) modules.registerHooks(serverOnly);
  else modules.register(new URL("./server-only.mjs", import.meta.url));
  const { main } = await import(new URL(entry, import.meta.url).href);
  try {
    await main(process.argv.slice(2));
    // Next leaves timers behind.
    process.exit();
  } catch (error) {
    if (error?.name !== "Stop") throw error;
    console.error(`\n${error.message}\n`);
    process.exit(1);
  }
}
