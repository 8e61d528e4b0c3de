import { classNames } from "@/components/ui/class-names";
import { hasBegun, type SessionKind, type SessionState } from "@/lib/sessions/rules";

/** A dose is an arch, words are a dot; filled once it has taken place. What it says is in the words beside it. */
export function SessionMark({
  kind,
  state,
  className,
}: {
  kind: SessionKind;
  state: SessionState;
  className?: string;
}) {
  const shape =
    kind === "dosing"
      ? ["arch h-[18px] w-[14px] border-dawn", "bg-dawn"]
      : ["size-[14px] rounded-full border-accent", "bg-accent"];
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-block flex-none border-2 forced-color-adjust-none",
        shape[0],
        hasBegun({ state }) ? shape[1] : "bg-paper",
        className,
      )}
    />
  );
}
