import { type Draft, draftAt, type Found, letGo } from "../drafts";
import { type Answer, send } from "../send";
import { fillForm, isText, readForm } from "./form-fields";
import { bothTexts, meaningOf, messageIn, sameText, sendAt, whatToOffer } from "./plan";
import {
  isResting,
  nextSend,
  phaseOf,
  type Saving,
  type SavingEvent,
  savingAfter,
  savingAt,
  type View,
  wouldLose,
} from "./state";

export type Settings = {
  url: string;
  slot: string;
  writer: string;
  deviceKey: string;
  version: number;
  savedAt: string | null;
};

/** Keeps one form saved: to the portal while it answers, to this device while it does not. */
export class Autosaver {
  #saving: Saving;
  #isStopped = false;
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #offered: Found[] = [];
  readonly #draft: Draft;

  constructor(
    readonly form: HTMLFormElement,
    readonly settings: Settings,
    private readonly onView: (view: View) => void,
  ) {
    const { slot, deviceKey, writer, version, savedAt } = settings;
    this.#saving = savingAt(version, savedAt);
    this.#draft = draftAt(`${writer}.${slot}`, deviceKey);
  }

  get version() {
    return this.#saving.version;
  }

  /** Whether leaving now would lose words. */
  get wouldLose() {
    return wouldLose(this.#saving);
  }

  /** Looks for what the device kept, and for what was typed before this script ran. */
  async begin() {
    this.onView(this.#saving.view);
    if (!sameText(readForm(this.form, true), readForm(this.form))) this.typed();
    this.#offered = await this.#draft.listOthers();
    this.#offerNext();
  }

  typed() {
    this.#after({ type: "typed", at: Date.now() });
    const { change } = this.#saving;
    if (change) this.#plan(sendAt(change.first, change.last));
  }

  /** Sends what is not sent yet, now. Returns whether the portal has everything. */
  async flush(): Promise<boolean> {
    await this.#sending;
    if (this.#saving.change && !isResting(this.#saving)) await this.#send();
    if (phaseOf(this.#saving) === "typing") await this.#send();
    return phaseOf(this.#saving) === "still";
  }

  /** Somebody pressed "Save draft": the answer is said aloud. */
  async saveNow() {
    this.typed();
    await this.flush();
    this.#after({ type: "asked" });
  }

  /** The page goes out of sight, maybe for ever. */
  leave() {
    if (!this.#saving.change) return;
    if (this.#sending || isResting(this.#saving)) void this.#keep();
    else void this.#send(true);
  }

  retry() {
    if (phaseOf(this.#saving) === "waiting") void this.#send();
  }

  stop() {
    this.leave();
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** `mine` is what was typed here or kept by the device, `theirs` what the portal has. */
  async choose(which: "mine" | "theirs" | "both") {
    const { choice } = this.#saving.view;
    if (!choice) return;
    const here = readForm(this.form);
    const offer = choice.why === "conflict" ? undefined : this.#offered.shift();
    const [theirs, mine] = offer ? [here, choice.other] : [choice.other, here];
    const wanted = { mine, theirs, both: bothTexts(theirs, mine, (name) => !isText(this.form, name)) }[which];
    this.#after({ type: "chosen" });
    await fillForm(this.form, wanted);
    if (which !== "theirs") {
      this.typed();
      await this.#keep();
    } else if (!offer) this.#after({ type: "settled", at: new Date().toISOString() });
    if (offer) await letGo([offer.name]);
    this.#offerNext();
  }

  #plan(at: number) {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#due(), Math.max(at - Date.now(), 0));
  }

  async #due() {
    if (this.#sending || !this.#saving.change) return;
    const { retryAt } = this.#saving;
    if (!isResting(this.#saving) && Date.now() >= retryAt) return this.#send();
    await this.#keep();
    if (!isResting(this.#saving)) this.#plan(retryAt);
  }

  #keep() {
    return this.#draft.keep({ fields: readForm(this.form), version: this.#saving.version, at: Date.now() });
  }

  async #send(leaving = false) {
    this.#sending ??= this.#sendOnce(leaving);
    try {
      await this.#sending;
    } finally {
      this.#sending = null;
    }
    const next = nextSend(this.#saving);
    if (next !== null) this.#plan(next);
  }

  async #sendOnce(leaving: boolean) {
    const fields = readForm(this.form);
    const { version } = this.#saving;
    this.#after({ type: "sends", at: Date.now(), fields });
    const keeping = this.#keep();
    const { url, writer } = this.settings;
    const answer = await send(url, { method: "PUT", writer, json: { version, fields }, leaving });
    const meaning = meaningOf(answer);
    if (meaning === "away" || meaning === "signedOut") {
      const kept = await keeping;
      return this.#after({ type: "failed", kind: meaning, at: Date.now(), kept, answer });
    }
    if (meaning === "saved") return this.#saved(answer);
    if (meaning === "conflict" && answer.body.current) return this.#conflict(answer);
    this.#after({ type: "turnedDown", kind: meaning === "refused" ? "refused" : "closed", message: messageIn(answer) });
  }

  #saved({ body }: Answer) {
    const { version = this.#saving.version, savedAt = "" } = body as { version?: number; savedAt?: string };
    this.#after({ type: "saved", version, at: savedAt });
  }

  #conflict({ body }: Answer) {
    const { version, ...texts } = body.current as Record<string, string>;
    const other = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]]));
    const [here, at] = [readForm(this.form), new Date().toISOString()];
    this.#after({ type: "conflict", version: Number(version), other, here, at });
  }

  #offerNext() {
    const here = { fields: readForm(this.form), version: this.#saving.version };
    for (;;) {
      const next = this.#offered[0];
      if (!next || this.#saving.view.choice) return;
      const why = whatToOffer(next.kept, here);
      const { fields: other, at } = next.kept;
      if (why !== "nothing") return this.#after({ type: "offered", choice: { why, other, at } });
      void letGo([next.name]);
      this.#offered.shift();
    }
  }

  #after(event: SavingEvent) {
    this.#saving = savingAfter(this.#saving, event);
    const isSaved = ["saved", "settled", "conflict"].includes(event.type) && phaseOf(this.#saving) === "still";
    if (isSaved) void this.#draft.forget();
    this.onView(this.#saving.view);
  }
}
