import { createServer, type Server } from "node:http";
import next from "next";
import { proxiesInFront } from "@/lib/core/env";
import { doorway } from "./doorway";
import { listen } from "./port.mjs";
import { Stop } from "./stop";

export type Site = { host: string; port: number; origin: string; dev: boolean };

/** Serves the portal in this process, so that nothing but Postgres can outlive it. */
export async function serve({ host, port, origin, dev }: Site) {
  // As Next's own server says it: after an action that leads elsewhere it asks itself for the next page, past any proxy.
  process.env.__NEXT_PRIVATE_ORIGIN = inside({ host, port });
  const app = next({ dev, hostname: "localhost", port, dir: process.cwd() });
  await app.prepare();
  const handle = app.getRequestHandler();
  const isLed = doorway(origin, proxiesInFront(origin));
  const server = createServer((request, response) => {
    if (isLed(request, response)) return;
    handle(request, response).catch(() => response.destroy());
  });
  server.on("upgrade", app.getUpgradeHandler());
  await listen(server, port, host);
  return { stop: () => close(server).then(() => app.close()) };
}

/** Asks the portal that just started how it is. */
export async function proveHealth(site: Pick<Site, "host" | "port">) {
  const answer = await fetch(`${inside(site)}/api/health`, { signal: AbortSignal.timeout(60_000) });
  if (answer.status !== 200)
    throw new Stop(`The portal started and is not well (${answer.status}): ${(await answer.text()).slice(0, 300)}`);
}

const inside = ({ host, port }: Pick<Site, "host" | "port">) => `http://${insideHost(host)}:${port}`;

function insideHost(host: string) {
  if (["localhost", "0.0.0.0", ""].includes(host)) return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function close(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3_000).unref();
  });
}
