import { cookieName } from "@/lib/core/cookies";

type Glance = { over?: boolean; calls?: { id: string; acknowledgedAt: string | null }[] };
type Waiting = { fits: (glance: Glance) => boolean; done: () => void };
export type Stream = { until: (fits: Waiting["fits"]) => Promise<void>; leave: () => void };

/** Follows a stream of the portal as a browser does, by Server-Sent Events. */
export async function follow(origin: string, path: string, handle: string): Promise<Stream> {
  const gone = new AbortController();
  const headers = { accept: "text/event-stream", cookie: `${cookieName("sign-in")}=${handle}` };
  const response = await fetch(`${origin}${path}`, { headers, signal: gone.signal });
  if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`);
  const waiting = new Set<Waiting>();
  const hear = async (body: ReadableStream<Uint8Array>) => {
    const words = new TextDecoder();
    let text = "";
    for await (const part of body) {
      text += words.decode(part, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) if (event.startsWith("data: {")) tell(waiting, JSON.parse(event.slice(6)));
    }
  };
  void hear(response.body).catch(() => undefined);
  return {
    until: (fits) => new Promise((done) => waiting.add({ fits, done })),
    leave: () => gone.abort(),
  };
}

function tell(waiting: Set<Waiting>, glance: Glance) {
  for (const one of waiting) {
    if (!one.fits(glance)) continue;
    waiting.delete(one);
    one.done();
  }
}
