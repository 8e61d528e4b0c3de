import { parseArgs } from "node:util";
import { readSettings } from "@/lib/core/env";
import { demonstrationPassword, ensureMasterKey, findClinics, seedDemonstration, setupCode } from "./clinic";
import { generateAll } from "./generate";
import { keepRelease } from "./keep";
import { requireFreePort } from "./port.mjs";
import { originOf, type Prepared, prepare, setServerEnvironment } from "./prepare";
import { proveHealth, serve } from "./serve";
import { Stop } from "./stop";
import { readyWords } from "./words";

type Part = { stop: () => Promise<void> };

export async function main(args: string[]) {
  const { demo = false, dev = false } = readFlags(args);
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
  const settings = readSettings();
  await requireFreePort(settings.PORT, settings.HOST);
  if (dev) generateAll();

  const parts: Part[] = [];
  const stopped = untilSignal();
  try {
    await Promise.race([start(parts, { demo, dev }), stopped]);
    await stopped;
  } finally {
    for (const part of parts.reverse()) await part.stop().catch((error) => console.error(error));
  }
}

async function start(parts: Part[], { demo, dev }: { demo: boolean; dev: boolean }) {
  const prepared = await prepare();
  parts.push(prepared.database);
  setServerEnvironment(prepared);

  const words = await fillEmptyPortal(prepared, demo);
  const { startWorker } = await import("@/lib/core/jobs");
  const { bindBook } = await import("@/lib/book/binding/commands");
  const { closeClients } = await import("@/lib/core/prisma");
  parts.push({ stop: closeClients });
  parts.push(await startWorker({ book: (payload) => bindBook(payload as Parameters<typeof bindBook>[0]) }));
  const { PORT: port, HOST: host } = prepared.settings;
  const site = { host, port, origin: originOf(prepared.settings), dev };
  parts.push(await serve(site));
  await proveHealth(site);
  if (!dev) keepRelease(prepared.settings.DATA_DIR);
  console.log(readyWords({ settings: prepared.settings, ...words }));
}

/** Demonstration and real clinics never share a database. */
async function fillEmptyPortal(prepared: Prepared, demo: boolean) {
  const clinics = await findClinics(prepared);
  if (demo && clinics === "real") {
    throw new Stop(
      "This database holds a real clinic. Show the demonstration on a data folder of its own: DATA_DIR=.demo npm start -- --demo",
    );
  }
  const newKey = ensureMasterKey(prepared, clinics);
  if (clinics === "real") return { newKey };

  const demoPassword = demonstrationPassword(prepared, clinics);
  process.env.DEMO_PASSWORD = demoPassword;
  if (demo && clinics === "none") await seedDemonstration(prepared, demoPassword);
  if (demo || clinics === "demonstration") return { newKey, demoPassword };
  const { code, hash } = setupCode(prepared);
  process.env.SETUP_CODE_HASH = hash;
  return { newKey, setupCode: code };
}

function readFlags(args: string[]) {
  try {
    return parseArgs({ args, options: { demo: { type: "boolean" }, dev: { type: "boolean" } } }).values;
  } catch (error) {
    throw new Stop(`${(error as Error).message}\nUse: npm start [-- --demo]`);
  }
}

function untilSignal() {
  return new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        console.log("Stopping …");
        resolve();
      });
    }
  });
}
