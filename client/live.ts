import { type Answer, send, standingOf, whyOf } from "./send";

type Glance = { over?: boolean };
type Ears<G> = {
  /** `asked` and `answered` are set where the glance came as an answer, for measuring the clock. */
  onGlance: (glance: G, asked?: number, answered?: number) => void;
  /** Nothing more will come: signed out, or no longer open. */
  onEnd: () => void;
  /** Whether the portal can be reached; if not, why, where something on the way answered in its place. */
  onReach?: (reached: boolean, why?: string) => void;
};

const pollEvery = 1_500;
const quietAfter = 4_000;
const deadAfter = 40_000;
const streamAgain = 10_000;

/**
 * Follows a stream of the portal. While the stream cannot connect it asks every 1.5 seconds instead, and tries the stream again every ten
 * seconds. Returns how to stop.
 */
export function follow<G extends Glance>(url: string, ears: Ears<G>): () => void {
  const following = new Following(url, ears);
  following.begin();
  return () => following.stop();
}

class Following<G extends Glance> {
  #state: "asking" | "streaming" | "over" = "asking";
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #streamAt = 0;
  readonly #off = new AbortController();

  constructor(
    readonly url: string,
    readonly ears: Ears<G>,
  ) {}

  /** The first answer measures the clock and tells at once who is signed in; the stream follows it. */
  begin() {
    const { signal } = this.#off;
    const hurry = () => document.visibilityState === "visible" && void this.#ask();
    addEventListener("online", hurry, { signal });
    document.addEventListener("visibilitychange", hurry, { signal });
    void this.#ask();
  }

  stop() {
    this.#state = "over";
    this.#source?.close();
    this.#off.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#watch);
  }

  async #ask() {
    clearTimeout(this.#timer);
    if (this.#state !== "asking") return;
    const asked = Date.now();
    const answer = await send(this.url, { method: "GET", patience: 5_000 });
    // A stream may have opened, or nobody may listen any more.
    if ((this.#state as string) === "asking") this.#answered(answer, asked);
  }

  #answered(answer: Answer, asked: number) {
    const standing = standingOf(answer);
    if (standing === "signedOut" || standing === "gone") {
      this.stop();
      return this.ears.onEnd();
    }
    if (standing === "taken") this.#take(answer.body as G, asked, Date.now());
    else this.ears.onReach?.(false, whyOf(answer));
    if (this.#state === "over") return;
    if (standing === "taken" && Date.now() - this.#streamAt > streamAgain) return this.#stream();
    this.#timer = setTimeout(() => void this.#ask(), pollEvery);
  }

  #stream() {
    this.#state = "streaming";
    this.#streamAt = Date.now();
    const source = new EventSource(this.url);
    this.#source = source;
    this.#expectWithin(quietAfter);
    source.onmessage = ({ data }) => {
      this.#expectWithin(deadAfter);
      this.#take(JSON.parse(data));
    };
    source.addEventListener("beat", () => {
      this.ears.onReach?.(true);
      this.#expectWithin(deadAfter);
    });
    source.onerror = () => this.#fall();
  }

  #take(glance: G, asked?: number, answered?: number) {
    this.ears.onReach?.(true);
    this.ears.onGlance(glance, asked, answered);
    if (glance.over) this.stop();
  }

  #expectWithin(ms: number) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#fall(), ms);
  }

  #fall() {
    clearTimeout(this.#watch);
    this.#source?.close();
    if (this.#state !== "streaming") return;
    this.#state = "asking";
    void this.#ask();
  }
}
