import type { Heard } from "@/lib/core/answers";
import { type Draft, draftAt, type Found, letGo } from "../drafts";
import { type Answer, send } from "../send";
import { fillForm, isText, readForm } from "./form-fields";
import * as plan from "./plan";

type Fields = plan.Fields;

export type Settings = {
  url: string;
  slot: string;
  writer: string;
  deviceKey: string;
  version: number;
  savedAt: string | null;
};

export type Status =
  | { kind: "new" }
  | { kind: "saved"; at: string }
  | { kind: "away" | "signedOut"; kept: boolean; answer: Heard }
  | { kind: "refused" | "closed"; message: string };

/** Two texts of which one must be chosen. `other` is the portal's on a conflict, else what this device kept. */
export type Choice = { why: "conflict" | "newer" | "both"; other: Fields; at?: number };
export type View = { status: Status; choice: Choice | null; unsent: boolean; asked: boolean };

/** Keeps one form saved: to the portal while it answers, to this device while it does not. */
export class Autosaver {
  view: View;
  #version: number;
  #firstChange = 0;
  #lastChange = 0;
  #stopped = false;
  #sentAt = 0;
  #retryAt = 0;
  #failures = 0;
  #sent: Fields[] = [];
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #conflictVersion = 0;
  #offered: Found[] = [];
  readonly #draft: Draft;

  constructor(
    readonly form: HTMLFormElement,
    readonly settings: Settings,
    private readonly onView: (view: View) => void,
  ) {
    const { slot, deviceKey, writer, version, savedAt } = settings;
    this.#version = version;
    this.#draft = draftAt(`${writer}.${slot}`, deviceKey);
    this.view = {
      status: savedAt ? { kind: "saved", at: savedAt } : { kind: "new" },
      choice: null,
      unsent: false,
      asked: false,
    };
  }

  get version() {
    return this.#version;
  }

  /** Looks for what the device kept, and for what was typed before this script ran. */
  async begin() {
    this.#show({});
    if (!plan.sameText(readForm(this.form, true), readForm(this.form))) this.typed();
    this.#offered = await this.#draft.listOthers();
    this.#offerNext();
  }

  typed() {
    this.#lastChange = Date.now();
    this.#firstChange ||= this.#lastChange;
    this.#show({ unsent: true, asked: false });
    this.#plan(plan.sendAt(this.#firstChange, this.#lastChange));
  }

  /** Sends what is not sent yet, now. Answers whether the portal has everything. */
  async flush(): Promise<boolean> {
    await this.#sending;
    if (this.#firstChange && !this.#resting) await this.#send();
    if (this.#firstChange && this.#failures === 0 && !this.#resting && !this.#refused) await this.#send();
    return this.#firstChange === 0 && !this.#resting;
  }

  /** Somebody pressed "Save draft": the answer is said aloud. */
  async saveNow() {
    this.typed();
    await this.flush();
    this.#show({ asked: true });
  }

  /** The page goes out of sight, maybe for ever. */
  leave() {
    if (!this.#firstChange) return;
    if (this.#sending || this.#resting) void this.#keep();
    else void this.#send(true);
  }

  retry() {
    if (this.#failures > 0 && this.#firstChange && !this.#sending && !this.#resting) void this.#send();
  }

  stop() {
    this.leave();
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Whether leaving now would lose words. */
  get wouldLose() {
    const { status } = this.view;
    const elsewhere = status.kind === "saved" || status.kind === "new" || ("kept" in status && status.kept);
    return this.#firstChange > 0 && !elsewhere;
  }

  /** `mine` is what was typed here or kept by the device, `theirs` what the portal has. */
  async choose(which: "mine" | "theirs" | "both") {
    const { choice } = this.view;
    if (!choice) return;
    const here = readForm(this.form);
    const offer = choice.why === "conflict" ? undefined : this.#offered.shift();
    const [theirs, mine] = offer ? [here, choice.other] : [choice.other, here];
    const wanted = { mine, theirs, both: plan.bothTexts(theirs, mine, (name) => !isText(this.form, name)) }[which];
    if (!offer) this.#version = this.#conflictVersion;
    this.#show({ choice: null });
    await fillForm(this.form, wanted);
    if (which !== "theirs") {
      this.typed();
      await this.#keep();
    } else if (!offer) {
      this.#settled(new Date().toISOString());
    }
    if (offer) await letGo([offer.name]);
    this.#offerNext();
  }

  /** Nothing is sent while a conflict waits for a choice, or once the portal takes nothing more. */
  get #resting() {
    return this.view.choice?.why === "conflict" || this.view.status.kind === "closed";
  }

  /** The portal did not take the text as it is, and it has not been changed since. */
  get #refused() {
    return this.view.status.kind === "refused" && this.#lastChange < this.#sentAt;
  }

  #plan(at: number) {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#due(), Math.max(at - Date.now(), 0));
  }

  async #due() {
    if (this.#sending || !this.#firstChange) return;
    if (!this.#resting && Date.now() >= this.#retryAt) return this.#send();
    await this.#keep();
    if (!this.#resting) this.#plan(this.#retryAt);
  }

  #keep() {
    return this.#draft.keep({ fields: readForm(this.form), version: this.#version, at: Date.now() });
  }

  async #send(leaving = false) {
    this.#sending ??= this.#sendOnce(leaving);
    await this.#sending;
    this.#sending = null;
    if (!this.#firstChange || this.#refused) return;
    this.#plan(this.#failures > 0 ? this.#retryAt : plan.sendAt(this.#firstChange, this.#lastChange));
  }

  async #sendOnce(leaving: boolean) {
    const fields = readForm(this.form);
    const changedAt = this.#firstChange;
    this.#firstChange = 0;
    this.#sentAt = Date.now();
    this.#sent = [...this.#sent.slice(-4), fields];
    const keeping = this.#keep();
    const { url, writer } = this.settings;
    const answer = await send(url, { method: "PUT", writer, json: { version: this.#version, fields }, leaving });
    const meaning = plan.meaningOf(answer);
    if (meaning === "saved") return this.#saved(answer);
    this.#firstChange = changedAt;
    if (meaning === "conflict") return this.#conflict(answer.body.current, fields);
    if (meaning === "refused" || meaning === "closed") {
      this.#answered();
      return this.#show({ status: { kind: meaning, message: plan.messageIn(answer) } });
    }
    this.#failures += 1;
    this.#retryAt = Date.now() + plan.retryAfter(this.#failures);
    this.#show({ status: { kind: meaning, kept: await keeping, answer } });
  }

  #saved({ body }: Answer) {
    const { version = this.#version, savedAt = "" } = body as { version?: number; savedAt?: string };
    this.#version = version;
    if (!this.#firstChange) return this.#settled(savedAt);
    this.#answered();
    this.#show({ status: { kind: "saved", at: savedAt } });
  }

  #settled(at: string) {
    this.#firstChange = 0;
    this.#answered();
    void this.#draft.forget();
    this.#show({ status: { kind: "saved", at }, unsent: false });
  }

  #answered() {
    this.#failures = 0;
    this.#retryAt = 0;
    this.#sent = [];
  }

  #conflict(current: unknown, sent: Fields) {
    const { version, ...texts } = (current ?? {}) as Record<string, string>;
    const other = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]]));
    this.#conflictVersion = Number(version);
    this.#failures = 0;
    this.#retryAt = 0;
    if (plan.isOwnSave(other, this.#sent)) {
      this.#version = this.#conflictVersion;
      if (plan.sameText(other, sent) && plan.sameText(other, readForm(this.form))) {
        this.#settled(new Date().toISOString());
      }
      return;
    }
    this.#show({ choice: { why: "conflict", other } });
  }

  #offerNext() {
    const here = { fields: readForm(this.form), version: this.#version };
    for (;;) {
      const next = this.#offered[0];
      if (!next || this.view.choice) return;
      const why = plan.whatToOffer(next.kept, here);
      if (why !== "nothing") return this.#show({ choice: { why, other: next.kept.fields, at: next.kept.at } });
      void letGo([next.name]);
      this.#offered.shift();
    }
  }

  #show(change: Partial<View>) {
    this.view = { ...this.view, ...change };
    this.onView(this.view);
  }
}
