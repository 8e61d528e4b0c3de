import "server-only";
import { Connection } from "./connection";
import { env } from "./env";
import { log } from "./log";

type Listener = { wants: (patientId: string) => boolean; wake: () => void };
type Ear = { listeners: Set<Listener>; client?: Connection; opening?: Promise<void>; pulse?: NodeJS.Timeout };

const store = globalThis as { portalEar?: Ear };

function ear(): Ear {
  store.portalEar ??= { listeners: new Set() };
  return store.portalEar;
}

/**
 * Wakes whoever wants to know of a patient when a call or an answer was stored, or a companion's access changed, on whichever instance.
 * What there is to see, they read for themselves. One connection for the whole process, open while anybody listens. Answers how to stop.
 */
export function listen(listener: Listener): () => void {
  const { listeners } = ear();
  listeners.add(listener);
  void connect();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) void hangUp();
  };
}

function connect(): Promise<void> {
  const here = ear();
  if (here.client) return Promise.resolve();
  here.opening ??= open(here).finally(() => {
    here.opening = undefined;
    if (!here.client && here.listeners.size > 0) void connect();
  });
  return here.opening;
}

async function open(here: Ear, attempt = 0): Promise<void> {
  const client = new Connection(env().APP_DATABASE_URL, { keepAlive: true, connectionTimeoutMillis: 5_000 });
  client.on("notification", ({ payload = "" }) => wake(here, payload));
  client.on("error", () => lost(here, client));
  client.on("end", () => lost(here, client));
  try {
    await client.connect();
    await client.query("listen room");
  } catch {
    await client.end().catch(() => undefined);
    if (here.listeners.size === 0) return;
    log.warn("the live connection will be tried again");
    await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** attempt, 5_000)));
    return here.listeners.size === 0 ? undefined : open(here, attempt + 1);
  }
  here.client = client;
  here.pulse = setInterval(() => void client.query("select 1").catch(() => lost(here, client)), 20_000);
  here.pulse.unref();
  // Something may have happened while nobody listened.
  wake(here, null);
  if (here.listeners.size === 0) await hangUp();
}

function lost(here: Ear, client: Connection) {
  if (here.client !== client) return;
  clearInterval(here.pulse);
  here.client = undefined;
  void client.end().catch(() => undefined);
  if (here.listeners.size > 0) void connect();
}

async function hangUp() {
  const here = ear();
  const { client } = here;
  clearInterval(here.pulse);
  here.client = undefined;
  await client?.end().catch(() => undefined);
}

function wake({ listeners }: Ear, patientId: string | null) {
  for (const listener of [...listeners]) if (patientId === null || listener.wants(patientId)) listener.wake();
}

/** What a stream shows now. `over`: nothing more will come. */
type Glance = { over?: boolean };

type Stream<G extends Glance> = { wants: (patientId: string) => boolean; look: () => Promise<G> };

const apart = 300;
const beat = 15_000;
const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  // A proxy would hold the words back.
  "X-Accel-Buffering": "no",
};

/**
 * Server-Sent Events: what `look` reads, at once, after every wake (at most one look in 300 ms) and every 15 seconds; sent when it has changed.
 * Ends when the glance says that it is over, or the browser has gone. The caller has found out who acts; nothing here counts as activity.
 */
export function liveStream<G extends Glance>(request: Request, { wants, look }: Stream<G>): Response {
  const words = new TextEncoder();
  let hasLeft = false;
  let close = () => {};
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const say = (text: string) => {
      try {
        controller.enqueue(words.encode(text));
      } catch {
        cancel();
      }
    };
    let last = "";
    const looks = spaced(async () => {
      const glance = await look();
      const now = JSON.stringify(glance);
      if (now !== last) say(`data: ${now}\n\n`);
      last = now;
      if (glance.over) close();
    });
    const heart = setInterval(() => {
      say("event: beat\ndata: 1\n\n");
      looks.wake();
    }, beat);
    const stop = listen({ wants, wake: looks.wake });
    close = () => {
      close = () => {};
      looks.stop();
      clearInterval(heart);
      stop();
      if (!hasLeft) controller.close();
    };
    request.signal.addEventListener("abort", () => close());
    say("retry: 1000\n\n");
    looks.wake();
  };
  const cancel = () => {
    hasLeft = true;
    close();
  };
  return new Response(new ReadableStream({ start, cancel }), { headers });
}

/** Does the work when woken: at once, at most once in 300 ms, and once more where it was woken meanwhile. What fails is tried with the next wake. */
function spaced(work: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = 0;
  let state: "idle" | "busy" | "again" | "over" = "idle";
  const run = async () => {
    timer = undefined;
    state = "busy";
    dueAt = Date.now() + apart;
    await work().catch(() => undefined);
    const wasWoken = (state as string) === "again";
    if ((state as string) === "over") return;
    state = "idle";
    if (wasWoken) wake();
  };
  const wake = () => {
    if (state === "busy") state = "again";
    if (state === "idle" && !timer) timer = setTimeout(() => void run(), Math.max(dueAt - Date.now(), 0));
  };
  const stop = () => {
    state = "over";
    clearTimeout(timer);
  };
  return { wake, stop };
}
