import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { findProxy, type ProxyName } from "@/scripts/lib/proxies";
import { freePort } from "./server";
import { type Certificate, signCertificate } from "./tls";

/** The name under which the portal stands in `docs/running.md`. */
export const host = "portal.example.org";

type Ports = { portal: number; safe: number; plain: number };
export type Running = { ports: Ports; log: () => string; stop: () => Promise<void> };

/** The configuration of that proxy as `docs/running.md` shows it. */
export function documented(name: ProxyName): string {
  const block = readFileSync("docs/running.md", "utf8").match(new RegExp(`\`\`\`${name}\\n([\\s\\S]*?)\`\`\``))?.[1];
  if (!block) throw new Error(`docs/running.md shows no configuration of ${name}.`);
  return block;
}

/** Runs a proxy in front of a portal, as an ordinary user and on ports of its own. All else is as it is configured. */
export async function startProxy(name: ProxyName, portal: number, configuration = documented(name)): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), `threshold-${name}-`));
  const ports = { portal, safe: await freePort(), plain: await freePort() };
  const certificate = signCertificate(folder, [host]);
  const file = path.join(folder, name === "nginx" ? "nginx.conf" : "Caddyfile");
  writeFileSync(file, settings[name](placed(configuration, ports, certificate), folder, ports));
  giveAway(folder, certificate);
  const child = spawn(findProxy(name) ?? name, commands[name](folder, file), {
    ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
    env: { PATH: process.env.PATH, HOME: folder, NODE_ENV: "test" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  await answering(ports.safe, child, () => text);
  return {
    ports,
    log: () => text,
    stop: async () => {
      process.off("exit", end);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      setTimeout(end, 2_000).unref();
      if (child.exitCode === null && child.signalCode === null) await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const nobody = 65_534;

/** Other ports, and a certificate that is there. */
const placed = (configuration: string, { portal, safe, plain }: Ports, { key, cert }: Certificate) =>
  configuration
    .replace(/127\.0\.0\.1:3000/g, `127.0.0.1:${portal}`)
    .replace(/^\s*listen \[::\].*\n/gm, "")
    .replace(/listen 443/g, `listen 127.0.0.1:${safe}`)
    .replace(/listen 80/g, `listen 127.0.0.1:${plain}`)
    .replace(/(ssl_certificate) .*;/g, `$1 ${cert};`)
    .replace(/(ssl_certificate_key) .*;/g, `$1 ${key};`);

const commands = {
  nginx: (folder: string, file: string) => ["-p", folder, "-e", "stderr", "-c", file],
  caddy: (_folder: string, file: string) => ["run", "--adapter", "caddyfile", "--config", file],
};

/** What stands around a site in each proxy's own main file. */
const settings = {
  nginx: (site: string, folder: string) => `
    daemon off;
    pid ${folder}/pid;
    error_log stderr;
    events {}
    http {
      access_log off;
      gzip on;
      ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n")}
      ${site}
    }`,
  caddy: (site: string, folder: string, { safe, plain }: Ports) => `{
      admin off
      default_bind 127.0.0.1
      http_port ${plain}
      https_port ${safe}
      local_certs
      skip_install_trust
      storage file_system ${folder}/store
    }
    ${site}`,
};

function giveAway(folder: string, { key, cert }: Certificate) {
  mkdirSync(path.join(folder, "store"));
  if (process.getuid?.() !== 0) return;
  chmodSync(folder, 0o755);
  for (const each of [folder, key, cert, path.join(folder, "store")]) chownSync(each, nobody, nobody);
}

async function answering(port: number, child: ChildProcess, log: () => string) {
  const end = Date.now() + 15_000;
  while (Date.now() < end && child.exitCode === null) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The proxy did not begin to listen:\n${log()}`);
}
