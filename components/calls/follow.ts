import { type Heard, heard, reasonWords, silence } from "@/lib/core/answers";

type Glance = { over?: boolean };
type Ears<G> = {
  /** `asked` and `answered` are set where the glance came as an answer, for measuring the clock. */
  onGlance: (glance: G, asked?: number, answered?: number) => void;
  /** Nothing more will come: 401 signed out, 404 no longer open. */
  onEnd: (status: number) => void;
  /** Whether the portal can be reached; if not, why, where something on the way answered in its place. */
  onReach?: (reached: boolean, why?: string) => void;
};

const pollEvery = 1_500;
const quietAfter = 4_000;
const deadAfter = 40_000;

/**
 * Follows a stream of the portal. While the stream cannot connect it asks every 1.5 seconds instead, and tries the stream again every ten
 * seconds. Answers how to stop.
 */
export function follow<G extends Glance>(url: string, { onGlance, onEnd, onReach }: Ears<G>): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let streamAt = 0;

  const stop = () => {
    over = true;
    source?.close();
    source = undefined;
    clearTimeout(timer);
    clearTimeout(watch);
    removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
  };
  const end = (status: number) => {
    stop();
    onEnd(status);
  };
  const take = (glance: G, asked?: number, answered?: number) => {
    onReach?.(true);
    onGlance(glance, asked, answered);
    if (glance.over) stop();
  };
  const alive = (ms: number) => {
    clearTimeout(watch);
    watch = setTimeout(fall, ms);
  };
  const fall = () => {
    clearTimeout(watch);
    source?.close();
    source = undefined;
    void poll();
  };
  const stream = () => {
    streamAt = Date.now();
    source = new EventSource(url);
    alive(quietAfter);
    source.onmessage = ({ data }) => {
      clearTimeout(timer);
      alive(deadAfter);
      take(JSON.parse(data));
    };
    source.addEventListener("beat", () => {
      onReach?.(true);
      alive(deadAfter);
    });
    source.onerror = fall;
  };
  const poll = async () => {
    clearTimeout(timer);
    if (over || source) return;
    const asked = Date.now();
    const answer = await ask<G>(url);
    if (over || source) return;
    if ("glance" in answer) take(answer.glance, asked, Date.now());
    else {
      const { status, isOwn } = answer;
      if (isOwn && (status === 401 || status === 404)) return end(status);
      onReach?.(false, isOwn || status === 0 ? undefined : reasonWords(answer));
    }
    if (over) return;
    if ("glance" in answer && Date.now() - streamAt > 10_000) stream();
    else timer = setTimeout(() => void poll(), pollEvery);
  };
  const hurry = () => {
    if (document.visibilityState === "visible" && !source) void poll();
  };
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  // The first answer measures the clock and tells at once who is signed in; the stream follows it.
  void poll();
  return stop;
}

async function ask<G>(url: string): Promise<{ glance: G } | Heard> {
  try {
    const signal = AbortSignal.timeout(5_000);
    const response = await fetch(url, {
      headers: { accept: "application/json" },
      cache: "no-store",
      redirect: "error",
      signal,
    });
    const answer = heard(response);
    return response.ok && answer.isOwn ? { glance: await response.json() } : answer;
  } catch {
    return silence;
  }
}
