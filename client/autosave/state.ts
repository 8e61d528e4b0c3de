import type { Heard } from "@/lib/core/answers";
import { type Fields, isOwnSave, retryAfter, sameText, sendAt } from "./plan";

export type Status =
  | { kind: "new" }
  | { kind: "saved"; at: string }
  | { kind: "away" | "signedOut"; kept: boolean; answer: Heard }
  | { kind: "refused" | "closed"; message: string };

/** Two texts of which one must be chosen. `other` is the portal's on a conflict, else what this device kept. */
export type Choice = { why: "conflict" | "newer" | "both"; other: Fields; at?: number };
/** What the page shows. `unsent`: the portal does not have all yet. `asked`: somebody pressed "Save draft". */
export type View = { status: Status; choice: Choice | null; unsent: boolean; asked: boolean };

/** When what the portal does not have began to be typed, and when it was last changed. */
type Change = { first: number; last: number };

export type Saving = {
  view: View;
  version: number;
  change: Change | null;
  /** What is on its way, and since when. */
  flight: { at: number; change: Change } | null;
  sentAt: number;
  /** The last few texts that were sent and of which no answer told that they are saved. */
  sent: Fields[];
  failures: number;
  retryAt: number;
  /** The version of the other text, while one must be chosen. */
  theirVersion: number;
};

export type SavingEvent =
  | { type: "typed"; at: number }
  | { type: "sends"; at: number; fields: Fields }
  | { type: "saved"; version: number; at: string }
  | { type: "failed"; kind: "away" | "signedOut"; at: number; kept: boolean; answer: Heard }
  | { type: "turnedDown"; kind: "refused" | "closed"; message: string }
  /** Another text stands meanwhile. `here` is what the form holds now. */
  | { type: "conflict"; version: number; other: Fields; here: Fields; at: string }
  | { type: "offered"; choice: Choice }
  | { type: "chosen" }
  /** The form holds what the portal has. */
  | { type: "settled"; at: string }
  | { type: "asked" };

export const savingAt = (version: number, savedAt: string | null): Saving => ({
  view: {
    status: savedAt ? { kind: "saved", at: savedAt } : { kind: "new" },
    choice: null,
    unsent: false,
    asked: false,
  },
  version,
  change: null,
  flight: null,
  sentAt: 0,
  sent: [],
  failures: 0,
  retryAt: 0,
  theirVersion: 0,
});

/**
 * What the form is in: `still` all is with the portal · `typing` something waits for a pause · `sending` · `waiting` for the next try ·
 * `choosing` between two texts · `refused` until it is changed · `closed` for good.
 */
export type Phase = "still" | "typing" | "sending" | "waiting" | "choosing" | "refused" | "closed";

export function phaseOf({ view, change, flight, failures, sentAt }: Saving): Phase {
  if (view.status.kind === "closed") return "closed";
  if (view.choice?.why === "conflict") return "choosing";
  if (flight) return "sending";
  if (!change) return "still";
  if (view.status.kind === "refused" && change.last < sentAt) return "refused";
  return failures > 0 ? "waiting" : "typing";
}

/** Nothing is sent while one of two texts must be chosen, or once the portal takes nothing more. */
export const isResting = (saving: Saving): boolean => ["choosing", "closed"].includes(phaseOf(saving));

/** When to send next (ms), or null. */
export function nextSend(saving: Saving): number | null {
  const { change, retryAt } = saving;
  const phase = phaseOf(saving);
  if (phase === "waiting") return retryAt;
  return phase === "typing" && change ? sendAt(change.first, change.last) : null;
}

/** Whether leaving now would lose words. */
export function wouldLose({ change, view: { status } }: Saving): boolean {
  const isElsewhere = status.kind === "saved" || status.kind === "new" || ("kept" in status && status.kept);
  return change !== null && !isElsewhere;
}

export function savingAfter(saving: Saving, event: SavingEvent): Saving {
  switch (event.type) {
    case "typed":
      return shown({ ...saving, change: { first: saving.change?.first ?? event.at, last: event.at } }, typing);
    case "sends":
      return sends(saving, event);
    case "saved": {
      const next = { ...answered(saving), flight: null, version: event.version };
      return shown(next, { status: { kind: "saved", at: event.at }, unsent: saving.change !== null });
    }
    case "failed": {
      const { kind, kept, answer, at } = event;
      const failures = saving.failures + 1;
      return shown(
        { ...landed(saving), failures, retryAt: at + retryAfter(failures) },
        { status: { kind, kept, answer } },
      );
    }
    case "turnedDown":
      return shown(answered(landed(saving)), { status: { kind: event.kind, message: event.message } });
    case "conflict":
      return conflicting(saving, event);
    case "offered":
      return shown(saving, { choice: event.choice });
    case "chosen":
      return chosen(saving);
    case "settled":
      return settled(saving, event.at);
    case "asked":
      return shown(saving, { asked: true });
  }
}

const typing = { unsent: true, asked: false };

const shown = (saving: Saving, view: Partial<View>): Saving => ({ ...saving, view: { ...saving.view, ...view } });

function sends(saving: Saving, { at, fields }: { at: number; fields: Fields }): Saving {
  const change = saving.change ?? { first: at, last: at };
  const sent = [...saving.sent.slice(-4), fields];
  return { ...saving, change: null, flight: { at, change }, sentAt: at, sent };
}

/** What was on its way is still to be sent, with what was typed meanwhile. */
function landed(saving: Saving): Saving {
  const { flight, change } = saving;
  if (!flight) return saving;
  return { ...saving, flight: null, change: { first: flight.change.first, last: change?.last ?? flight.change.last } };
}

const answered = (saving: Saving): Saving => ({ ...saving, failures: 0, retryAt: 0, sent: [] });

/** The portal has all that the form holds. */
const settled = (saving: Saving, at: string): Saving =>
  shown({ ...answered(saving), change: null, flight: null }, { status: { kind: "saved", at }, unsent: false });

type Conflict = Extract<SavingEvent, { type: "conflict" }>;

/** Where an answer got lost, the other text is one's own, and there is nothing to choose. */
function conflicting(saving: Saving, { version, other, here, at }: Conflict): Saving {
  const next = { ...landed(saving), failures: 0, retryAt: 0, theirVersion: version };
  if (!isOwnSave(other, saving.sent)) return shown(next, { choice: { why: "conflict", other } });
  const own = { ...next, version };
  return sameText(other, saving.sent.at(-1) ?? {}) && sameText(other, here) ? settled(own, at) : own;
}

/** On a conflict the next save builds on the other's version. */
function chosen(saving: Saving): Saving {
  const isConflict = saving.view.choice?.why === "conflict";
  return shown({ ...saving, version: isConflict ? saving.theirVersion : saving.version }, { choice: null });
}
