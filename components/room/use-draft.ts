"use client";

import { useEffect, useRef, useState } from "react";
import { DevicePlace, remove } from "@/components/autosave/device";

type Draft = { text: string; at: number | null };

/** Keeps what is being written on this device, sealed, and gives it back when the page is opened again. */
export function useDraft(
  { slot, deviceKey }: { slot: string; deviceKey: string },
  draft: Draft,
  onFound: (kept: Draft) => void,
) {
  const [place] = useState(() => new DevicePlace(slot, deviceKey));
  const found = useRef(onFound);
  const { text, at } = draft;
  useEffect(() => {
    void place.listOthers().then(([newest, ...older]) => {
      for (const { name } of [...(newest ? [newest] : []), ...older]) remove(name);
      const [words = ""] = newest?.kept.fields.text ?? [];
      if (words) found.current({ text: words, at: newest?.kept.at ?? null });
    });
  }, [place]);
  useEffect(() => {
    if (text === "") return place.forget();
    const timer = setTimeout(
      () => void place.keep({ fields: { text: [text] }, version: 0, at: at ?? Date.now() }),
      300,
    );
    return () => clearTimeout(timer);
  }, [place, text, at]);
}
