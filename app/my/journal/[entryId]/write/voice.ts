import { send, standingOf } from "@/client/send";
import { type Heard, reasonWords } from "@/lib/core/answers";

const patience = 10_000;

/** A voice belongs to a page, so the page is saved first, even without words. Answers whether it exists. */
export async function beginPage(form: HTMLFormElement): Promise<boolean> {
  if (exists(form)) return true;
  const spoken = document.createElement("input");
  Object.assign(spoken, { type: "hidden", name: "spoken", value: "on" });
  spoken.dataset.autosave = "";
  form.append(spoken);
  spoken.dispatchEvent(new Event("input", { bubbles: true }));
  const until = Date.now() + patience;
  while (!exists(form) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 150));
  if (exists(form)) spoken.remove();
  return exists(form);
}

/** The version that `Autosave` holds: 0 is a page that does not exist yet. */
const exists = (form: HTMLFormElement) => Number(new FormData(form).get("version") ?? 0) > 0;

type Voice = { id: string; blob: Blob; entryId: string; writer: string };

/** Returns why it was not kept, or null. Sent twice, it is kept once. */
export async function sendVoice({ id, blob, entryId, writer }: Voice): Promise<string | null> {
  const query = new URLSearchParams({ source: "voice", entryId, id });
  const bytes = { body: blob, type: blob.type || "application/octet-stream" };
  const answer = await send(`/api/media?${query}`, { writer, bytes, patience: 60_000 });
  return standingOf(answer) === "taken" ? null : String(answer.body.message ?? staysWords(answer));
}

/** Why a recording is not kept yet, and that it is still there. */
export const staysWords = (answer: Heard): string => `${reasonWords(answer)} Your recording stays here.`;
