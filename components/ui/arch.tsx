import { classNames } from "./class-names";

/** The mark. `empty` is the large outline of an empty state. */
export function Arch({ kind = "mark" }: { kind?: "mark" | "empty" }) {
  return <span aria-hidden="true" className={classNames("arch", kind)} />;
}

/** The arch as an outline, for navigation: the way to a space's first page. */
export function ArchIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M6 21V9a6 6 0 0 1 12 0v12M3 21h18" />
    </svg>
  );
}
