import { freePort } from "./postgres";
import { originOf, prepare, setServerEnvironment } from "./prepare";
import { proveHealth, serve } from "./serve";

/** Migrates, and serves where nobody looks, to see whether this release may take the place of the one before. */
export async function main() {
  Object.assign(process.env, { NODE_ENV: "production" });
  const prepared = await prepare();
  try {
    setServerEnvironment(prepared);
    const site = { host: "localhost", port: await freePort(), origin: originOf(prepared.settings), dev: false };
    const portal = await serve(site);
    await proveHealth(site).finally(portal.stop);
  } finally {
    await prepared.database.stop();
  }
}
