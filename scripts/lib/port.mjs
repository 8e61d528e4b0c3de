import { createServer } from "node:net";
import { stop } from "./tell.mjs";

/** Stops with words when a port cannot be had. */
export async function requireFreePort(port, host) {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}

/** Browsers find 127.0.0.1 under the name localhost too, and so does everything that speaks only the older protocol. */
export function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(stop(problemWith(error, port, host))));
    server.listen(port, host === "localhost" ? "127.0.0.1" : host, resolve);
  });
}

function problemWith({ code, message }, port, host) {
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`;
  if (code === "EACCES") return `Port ${port} needs more rights. Choose one above 1024: PORT=3000 npm start`;
  return `The portal cannot listen on ${host}:${port}: ${message}`;
}
