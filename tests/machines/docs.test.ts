import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { freePort } from "@/e2e/support/server";
import { signCertificate, startTls } from "@/e2e/support/tls";
import { findProgram } from "@/scripts/lib/browser";
import { row } from "./support/machine";
import { Visitor } from "./support/visitor";

const doc = readFileSync("docs/running.md", "utf8").split("## https")[0] ?? "";
/** The blocks of the smallest set-up, as they stand there. */
const blocks = [...doc.matchAll(/^ {3}```(\w*)\n([\s\S]*?)^ {3}```/gm)].map(([, kind = "", text = ""]) => ({
  kind,
  text: text.replace(/^ {3}/gm, ""),
}));
const textOf = (kind: string) => blocks.filter((block) => block.kind === kind).map(({ text }) => text);
const password = "six quiet herons above water";

row("a bare Debian, docs/running.md followed word by word", async () => {
  if (process.getuid?.() !== 0 || !findProgram("apt-get")) return "not tried: this needs root on a Debian";
  const root = mkdtempSync(path.join(tmpdir(), "threshold-machine-debian-"));
  try {
    layDebian(root);
    return await follow(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

async function follow(root: string) {
  const [user = "", repository = ""] = textOf("sh");
  const [unit = ""] = textOf("ini");
  inside(root, `set -e; ${user}\nREPOSITORY=/repository\n${repository}`);
  const [port, safePort] = [await freePort(), await freePort()];
  // The one thing that is not of the document: a port that is free here.
  writeFileSync(path.join(root, "srv/threshold/.env"), `${textOf("")[0]}PORT=${port}\n`);
  mkdirSync(path.join(root, "etc/systemd/system"), { recursive: true });
  const file = path.join(root, "etc/systemd/system/threshold.service");
  writeFileSync(file, unit);
  execFileSync("systemd-analyze", ["verify", file], { stdio: "pipe" });

  const set = (name: string) => unit.match(new RegExp(`^${name}=(.*)$`, "m"))?.[1] ?? "";
  const service = `cd ${set("WorkingDirectory")}; exec env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/var/lib/threshold USER=threshold LANG=C.UTF-8 ${set("ExecStart")}`;
  const run = spawn(
    ...into(root, `exec setpriv --reuid=${set("User")} --regid=${set("User")} --init-groups sh -c '${service}'`),
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => (said += chunk));
  const gone = new Promise<void>((resolve) => run.once("exit", () => resolve()));
  const front = await startTls(signCertificate(root, ["portal.example.org"]), safePort, port);
  try {
    while (!said.includes("Stop with Ctrl-C.")) {
      if (run.exitCode !== null) throw new Error(`It ended with ${run.exitCode}:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const code = said.match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? "";
    await setUp(new Visitor("https://portal.example.org", String(safePort)), code);
    const admin = await new Visitor("https://portal.example.org", String(safePort)).signIn(
      "robin@clinic.test",
      password,
    );
    expect((await admin.get("/admin")).status).toBe(200);
    return "served rightly";
  } finally {
    front.closeAllConnections();
    front.close();
    run.kill("SIGTERM");
    await gone;
  }
}

async function setUp(visitor: Visitor, code: string) {
  const clinic = { code, clinicName: "Riverbend Clinic", timeZone: "Europe/Vienna" };
  const page = await visitor.send("/setup", { ...clinic, name: "Robin Vale", email: "robin@clinic.test", password });
  expect(page, page.html.slice(0, 3_000)).toMatchObject({ status: 200, path: "/admin" });
}

/** A Debian with nothing but git, and this machine's Node in it. */
function layDebian(root: string) {
  const tools = mkdtempSync(path.join(tmpdir(), "threshold-debootstrap-"));
  execFileSync("apt-get", ["download", "-qq", "debootstrap"], { cwd: tools, stdio: "pipe" });
  execFileSync("sh", ["-c", "dpkg -x debootstrap_*.deb ."], { cwd: tools });
  const env = { ...process.env, DEBOOTSTRAP_DIR: `${tools}/usr/share/debootstrap` };
  const wanted = ["--variant=minbase", "--include=git,ca-certificates,libstdc++6", "bookworm", root];
  execFileSync(`${tools}/usr/sbin/debootstrap`, wanted, { env, stdio: ["ignore", "ignore", "inherit"] });
  rmSync(tools, { recursive: true });
  const npm = path.resolve(realpathSync(findProgram("npm") ?? "npm"), "../..");
  cpSync(process.execPath, path.join(root, "usr/bin/node"));
  cpSync(npm, path.join(root, "usr/lib/node_modules/npm"), { recursive: true });
  execFileSync("ln", ["-s", "../lib/node_modules/npm/bin/npm-cli.js", path.join(root, "usr/bin/npm")]);
  for (const file of ["etc/resolv.conf", "etc/ssl/certs/ca-certificates.crt"])
    cpSync(`/${file}`, path.join(root, file), { dereference: true });
  execFileSync("git", ["clone", "--quiet", "--bare", ".", path.join(root, "repository")]);
  inside(root, "git config --system safe.directory '*'");
}

/** Runs there, in a tree of mounts and processes that ends with it. */
function into(root: string, script: string): [string, string[]] {
  const mounts = `mount -t proc proc ${root}/proc && mount --rbind /dev ${root}/dev`;
  const command = `${mounts} && exec chroot ${root} /bin/sh -c "$0"`;
  return ["unshare", ["--mount", "--pid", "--fork", "--kill-child", "sh", "-c", command, script]];
}

const inside = (root: string, script: string) =>
  execFileSync(...into(root, script), { stdio: ["ignore", "inherit", "inherit"] });
