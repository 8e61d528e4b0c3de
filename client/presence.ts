import { send, standingOf } from "./send";

/** Here; about to be signed out; signed out; or somebody else has signed in meanwhile. */
export type Phase = "here" | "warning" | "ended" | "other";
/** `left` in seconds; `final`: nothing makes the sign-in longer any more. */
export type Presence = { phase: Phase; left: number; final: boolean };
type Told = { personId: string; secondsLeft: number } | "ended" | "unreachable";

const warnAt = 120;
const atMostEvery = 60_000;
const activities = ["keydown", "pointerdown", "wheel", "touchstart"] as const;

/** A hand on the screen keeps the sign-in going, told at most once a minute. Returns how to stop. */
export function stayWhileActive(): () => void {
  const off = new AbortController();
  let toldAt = 0;
  const stay = () => {
    if (Date.now() - toldAt < atMostEvery) return;
    toldAt = Date.now();
    void send("/api/presence");
  };
  addEventListener("pointerdown", stay, { passive: true, signal: off.signal });
  addEventListener("keydown", stay, { signal: off.signal });
  return () => off.abort();
}

export function phaseAfter(told: Told, personId: string, rest: number): Phase {
  if (told === "ended") return "ended";
  if (typeof told === "object" && told.personId !== personId) return "other";
  if (rest <= 0) return "ended";
  return rest <= warnAt ? "warning" : "here";
}

/**
 * Follows how long a sign-in goes on. Only what a hand does here makes it longer, at most once a minute, and never beyond the absolute
 * limit.
 */
export class PresenceWatch {
  #state: Presence;
  #until: number;
  #toldAt = Date.now();
  #isActive = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #off = new AbortController();

  constructor(
    readonly personId: string,
    secondsLeft: number,
    readonly onChange: (state: Presence) => void,
  ) {
    this.#state = { phase: "here", left: secondsLeft, final: false };
    this.#until = Date.now() + secondsLeft * 1_000;
  }

  begin() {
    const { signal } = this.#off;
    this.onChange(this.#state);
    for (const name of activities) addEventListener(name, () => this.note(), { passive: true, signal });
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    this.#later();
  }

  stop() {
    this.#off.abort();
    clearTimeout(this.#timer);
  }

  /** Somebody did something. */
  note() {
    this.#isActive = true;
  }

  async stay() {
    this.#take(await ask("POST"));
    this.#show({ final: this.#state.phase === "warning" });
  }

  async check() {
    this.#take(await ask("GET"));
  }

  #look() {
    if (document.visibilityState !== "visible") return;
    void (this.#state.phase === "here" ? this.#tick() : this.check());
  }

  async #tick() {
    clearTimeout(this.#timer);
    await this.#due();
    if (this.#state.phase === "warning") this.#show({ left: this.#left() });
    if (!this.#off.signal.aborted) this.#later();
  }

  async #due() {
    const { phase } = this.#state;
    const now = Date.now();
    const rest = this.#until - now;
    if (phase === "here" && this.#isActive && now - this.#toldAt >= atMostEvery) {
      this.#isActive = false;
      this.#toldAt = now;
      await this.stay();
    } else if ((phase === "here" && rest <= warnAt * 1_000) || (phase === "warning" && rest <= 0)) await this.check();
  }

  #later() {
    this.#timer = setTimeout(() => void this.#tick(), this.#state.phase === "warning" ? 1_000 : 10_000);
  }

  #take(told: Told) {
    if (typeof told === "object") this.#until = Date.now() + told.secondsLeft * 1_000;
    const phase = phaseAfter(told, this.personId, (this.#until - Date.now()) / 1_000);
    this.#show({ phase, left: this.#left() });
  }

  #left = () => Math.max(0, Math.round((this.#until - Date.now()) / 1_000));

  #show(change: Partial<Presence>) {
    this.#state = { ...this.#state, ...change };
    this.onChange(this.#state);
  }
}

async function ask(method: "GET" | "POST"): Promise<Told> {
  const answer = await send("/api/presence", { method });
  const standing = standingOf(answer);
  if (standing === "taken") return answer.body as Exclude<Told, string>;
  return standing === "signedOut" ? "ended" : "unreachable";
}
