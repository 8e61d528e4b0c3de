"use client";

import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { useField } from "@/components/ui/form";

type Props = { summary: string; open: boolean; children: ReactNode };

/** Questions that can wait; open when one of them was answered or asks for a second look. */
export function More({ summary, open, children }: Props) {
  const errors = [
    useField("sleepHours").error,
    useField("water").error,
    useField("caffeine").error,
    useField("screens").error,
  ];
  return (
    <Details summary={summary} open={open || errors.some(Boolean)}>
      {children}
    </Details>
  );
}
