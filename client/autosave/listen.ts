import type { Autosaver } from "./autosaver";

/** Lets the form and the page drive the saver. Answers how to stop. */
export function listen(saver: Autosaver): () => void {
  const { form } = saver;
  const off = new AbortController();
  const { signal } = off;
  const typed = (event: Event) => {
    if ((event.target as HTMLElement).closest("[name]")) saver.typed();
  };
  form.addEventListener("input", typed, { signal });
  form.addEventListener("change", typed, { signal });
  form.addEventListener("submit", submitAfterSaving(saver), { signal });
  addEventListener("pagehide", () => saver.leave(), { signal });
  addEventListener("online", () => saver.retry(), { signal });
  addEventListener("focus", () => saver.retry(), { signal });
  addEventListener("beforeunload", (event) => saver.wouldLose && event.preventDefault(), { signal });
  document.addEventListener(
    "visibilitychange",
    () => (document.visibilityState === "hidden" ? saver.leave() : saver.retry()),
    { signal },
  );
  void saver.begin();
  return () => {
    off.abort();
    saver.stop();
  };
}

/** React hears of a submission only once the portal has everything. */
function submitAfterSaving(saver: Autosaver) {
  let passing = false;
  const saveFirst = async (button: HTMLButtonElement | null) => {
    if (button?.value === "draft") return saver.saveNow();
    if (!(await saver.flush())) return;
    // A form that is still telling its listeners of one submission ignores the next.
    await new Promise((resolve) => setTimeout(resolve));
    passing = true;
    saver.form.requestSubmit(button);
  };
  return (event: SubmitEvent) => {
    if (passing) {
      passing = false;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    void saveFirst(event.submitter as HTMLButtonElement | null);
  };
}
