import { buttonClass } from "@/components/ui/button-class";

export type Spoken = {
  id: string;
  blob: Blob;
  /** Where this browser finds the sound while the page is open. */
  url: string;
  seconds: number;
  state: "sending" | "unsent" | "kept";
  message?: string;
};

/** One recording: to hear again, and whether it is kept. */
export function Recording({ spoken: { url, blob, state, message }, again }: { spoken: Spoken; again: () => void }) {
  return (
    <div className="grid w-full justify-items-start gap-2">
      {/* biome-ignore lint/a11y/useMediaCaption: a patient's own voice; the page is there for words */}
      <audio controls src={url} aria-label="What you said" />
      <p role="status" className={state === "unsent" ? "small text-gold" : "small soft"}>
        {state === "unsent" ? `Not kept yet. ${message ?? ""}` : state === "kept" ? "Kept with this page" : "Sending"}
      </p>
      {state === "unsent" && (
        <p className="row">
          <button type="button" className={buttonClass("primary")} onClick={again}>
            Try again
          </button>
          <a href={url} download={`recording.${blob.type.includes("mp4") ? "m4a" : "webm"}`}>
            Keep a copy on this device
          </a>
        </p>
      )}
    </div>
  );
}
