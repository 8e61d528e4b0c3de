"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";

/** What the last act said, on the page that it led to and on no other. */
export function Flash({ text }: { text?: string }) {
  const path = usePathname();
  const [shownOn] = useState(path);
  return <Notice>{path === shownOn && text}</Notice>;
}
