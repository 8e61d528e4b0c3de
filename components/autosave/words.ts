import type { Choice, Status, View } from "@/client/autosave/state";
import { reasonWords } from "@/lib/core/answers";

const time = (at: string | number, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).format(
    new Date(at),
  );

/** What the status line says. */
export function statusWords({ status, choice, unsent }: View, zone: string): string {
  if (choice?.why === "conflict") return "Saving waits for your choice between the two texts";
  if (status.kind === "saved")
    return unsent ? `Saving · last saved ${time(status.at, zone)}` : `Saved ${time(status.at, zone)}`;
  if (status.kind === "new") return unsent ? "Saving" : "Saves by itself as you write";
  return troubleWords(status);
}

/** The same for the ear: it changes only when something has changed that matters, not with every pause in typing. */
export function spokenWords(view: View, zone: string): string {
  const { status, choice, asked } = view;
  if (choice || status.kind === "new") return "";
  if (status.kind === "saved") return asked ? statusWords(view, zone) : "Saved";
  return troubleWords(status);
}

function troubleWords(status: Exclude<Status, { kind: "saved" } | { kind: "new" }>): string {
  if ("message" in status) {
    if (status.kind === "refused") return `Not saved. ${status.message}`;
    return `Not saved. ${status.message || "This can no longer be changed."} What you typed is still here to copy.`;
  }
  const where = status.kept
    ? "Kept on this device, will be sent"
    : "Not saved: this device keeps nothing. Leave this page open; it will be sent";
  if (status.kind === "signedOut") return `You are signed out. ${where} once you sign in.`;
  return `${reasonWords(status.answer)} ${where} when ${status.answer.status ? "it can be" : "it does"}.`;
}

type Words = {
  title: string;
  text: string;
  other: string;
  own: string;
  buttons: Record<"both" | "mine" | "theirs", string>;
};

/** What the panel says that shows two texts side by side. */
export function choiceWords({ why, at }: Choice, zone: string): Words {
  if (why === "conflict")
    return {
      title: "This was changed in another place meanwhile",
      text: "Both texts are here. Nothing is saved until you choose.",
      other: "Saved meanwhile",
      own: "Typed here",
      buttons: { both: "Keep both", mine: "Keep what is typed here", theirs: "Keep what was saved" },
    };
  const when = at === undefined ? "" : ` at ${time(at, zone)}`;
  return {
    title: `This device kept a text that was not sent${when}`,
    text:
      why === "newer"
        ? "It goes on from what is saved. Take it up again, or let it go."
        : "Something else has been saved since. Both are here.",
    other: "Kept on this device",
    own: "Saved",
    buttons:
      why === "newer"
        ? { mine: "Go on with it", theirs: "Let it go", both: "Keep both" }
        : { both: "Keep both", mine: "Use the one from this device", theirs: "Keep what is saved" },
  };
}
