import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import path from "node:path";

export type Certificate = { key: string; cert: string };

/** A certificate of one's own for some names, as files in a folder. */
export function signCertificate(folder: string, names: string[]): Certificate {
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  const alternatives = `subjectAltName=${names.map((name) => `DNS:${name}`).join(",")}`;
  const about = ["-subj", `/CN=${names[0]}`, "-addext", alternatives, "-days", "2"];
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, ...about];
  const { status, stderr } = spawnSync("openssl", made, { encoding: "utf8" });
  if (status !== 0) throw new Error(`No certificate could be made:\n${stderr}`);
  return { key, cert };
}

/** The smallest proxy that ends TLS: passes everything on as it comes, and says from where. */
export function startTls({ key, cert }: Certificate, port: number, portalPort: number): Promise<Server> {
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
    const headers = { ...asked.headers, "x-forwarded-for": asked.socket.remoteAddress, "x-forwarded-proto": "https" };
    const passed = request({ port: portalPort, method: asked.method, path: asked.url, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    passed.once("error", () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end("Bad gateway")));
    answer.once("close", () => passed.destroy());
    asked.pipe(passed);
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}
