import type { ReactNode } from "react";

/** A body as an outline, the same from the front and from behind; what lies on it comes as children. */
export function Figure({ children }: { children?: ReactNode }) {
  return (
    <div className="figure">
      <svg viewBox="0 0 160 400" width="100%" aria-hidden="true">
        <g className="figure-edge">
          <Shapes />
        </g>
        <g className="figure-fill">
          <Shapes />
        </g>
      </svg>
      {children}
    </div>
  );
}

function Shapes() {
  return (
    <>
      <ellipse cx="80" cy="33" rx="21" ry="26" />
      <path d="M72 50h16v30H72z" />
      <path d="M45 218V114a35 35 0 0 1 70 0v104a12 12 0 0 1-12 12H57a12 12 0 0 1-12-12z" />
      <path className="limb arm" d="M52 104Q34 140 23 206" />
      <path className="limb arm" d="M108 104q18 36 29 102" />
      <path className="limb leg" d="M60 216L58 368" />
      <path className="limb leg" d="M100 216l2 152" />
      <ellipse cx="56" cy="377" rx="15" ry="11" />
      <ellipse cx="104" cy="377" rx="15" ry="11" />
    </>
  );
}
