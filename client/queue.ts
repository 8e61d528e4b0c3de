import type { Standing } from "./send";

/** How what waits stands after sending: nothing waits any more, or why something still does. `why` comes from something on the way. */
export type Outcome = { standing: Standing; why?: string };

/** Things that go to the portal one after the other, in the order of their ids, each once: the portal knows them by their ids. */
export type Lane<T extends { id: string }> = {
  /** Among the pages of a browser one sends at a time. */
  lock: string;
  waiting: () => Promise<T[]>;
  /** How many go at once. */
  most: number;
  send: (some: T[]) => Promise<Outcome>;
  letGo: (some: T[]) => Promise<void>;
};

/**
 * Sends what waits until nothing does. A thing leaves the device once the portal has it. What it will not take as it is stays and holds
 * up nothing; everything else ends the sending, for the next time.
 */
export function drain<T extends { id: string }>(lane: Lane<T>): Promise<Outcome> {
  const work = () => drainAlone(lane).catch((): Outcome => ({ standing: "away" }));
  return globalThis.navigator?.locks ? navigator.locks.request(lane.lock, work) : work();
}

async function drainAlone<T extends { id: string }>({ waiting, most, send, letGo }: Lane<T>): Promise<Outcome> {
  const refused = new Set<string>();
  let outcome: Outcome = { standing: "taken" };
  for (;;) {
    const next = (await waiting()).filter(({ id }) => !refused.has(id)).slice(0, most);
    if (next.length === 0) return outcome;
    const now = await send(next);
    if (now.standing === "taken") await letGo(next);
    else if (now.standing === "refused") {
      for (const { id } of next) refused.add(id);
      outcome = now;
    } else return now;
  }
}

type Retry = { every: number; isWaiting: () => boolean | Promise<boolean> };
export type Sender = { send: () => void; stop: () => void };

/**
 * Sends when told to, when the network is back, and again and again while something waits. Told while it is sending, it goes on once
 * more. Stopped, it sends only when told.
 */
export function keepSending(work: () => Promise<unknown>, { every, isWaiting }: Retry): Sender {
  let state: "idle" | "busy" | "again" = "idle";
  const run = async () => {
    state = "busy";
    await work().catch(() => undefined);
    const wasTold = (state as string) === "again";
    state = "idle";
    if (wasTold) send();
  };
  const send = () => {
    if (state === "idle") void run();
    else state = "again";
  };
  const look = async () => {
    if (state === "idle" && (await isWaiting())) send();
  };
  const timer = setInterval(() => void look(), every);
  addEventListener("online", send);
  const stop = () => {
    clearInterval(timer);
    removeEventListener("online", send);
  };
  return { send, stop };
}
