"use client";

import { useEffect, useRef, useState } from "react";
import { draftAt, letGo } from "@/client/drafts";

type Draft = { text: string; at: number | null };

/** Keeps what is being written on this device, sealed, and gives it back when the page is opened again. */
export function useDraft(
  { slot, deviceKey }: { slot: string; deviceKey: string },
  draft: Draft,
  /** Returns whether it took it. */
  onFound: (kept: Draft) => boolean,
) {
  const [place] = useState(() => draftAt(slot, deviceKey));
  const found = useRef(onFound);
  const { text, at } = draft;
  useEffect(() => {
    void place.listOthers().then(([newest, ...older]) => {
      if (!newest) return;
      const [words = ""] = newest.kept.fields.text ?? [];
      if (words && !found.current({ text: words, at: newest.kept.at })) return;
      return letGo([newest, ...older].map(({ name }) => name));
    });
  }, [place]);
  // Whoever leaves the field leaves its words as a line.
  useEffect(() => () => void place.forget(), [place]);
  useEffect(() => {
    if (text === "") return void place.forget();
    const timer = setTimeout(
      () => void place.keep({ fields: { text: [text] }, version: 0, at: at ?? Date.now() }),
      300,
    );
    return () => clearTimeout(timer);
  }, [place, text, at]);
}
