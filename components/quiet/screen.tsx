import type { ReactNode } from "react";

type Props = { id: string; title: string; children?: ReactNode };

/** One thing at a time: shown while the address ends in its id. Closing leads to the choice of screens. */
export function Screen({ id, title, children }: Props) {
  return (
    <section id={id} tabIndex={-1} className={`quiet-screen ${id}`} aria-labelledby={`${id}-title`}>
      <h1 id={`${id}-title`} className="sr-only">
        {title}
      </h1>
      <a href="#quiet" className="quiet-back">
        <BackArrow />
        Back
      </a>
      {children}
    </section>
  );
}

export function BackArrow() {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M15 5l-7 7 7 7" />
    </svg>
  );
}
