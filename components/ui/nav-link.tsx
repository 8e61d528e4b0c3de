"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

type Props = { href: string; exact?: boolean; also?: string[]; className?: string; children: ReactNode };

export function NavLink({ href, exact, also = [], className, children }: Props) {
  const path = usePathname();
  const current = path === href || (!exact && path.startsWith(`${href}/`));
  const within = also.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      className={className}
      aria-current={current ? "page" : within || undefined}
      onClick={closeMenu}
    >
      {children}
    </Link>
  );
}

// The layout outlives the page, and an open menu would stay open over the next one.
const closeMenu = (event: MouseEvent) => event.currentTarget.closest("details")?.removeAttribute("open");
