"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Autosaver, type Settings } from "@/client/autosave/autosaver";
import { listen } from "@/client/autosave/listen";
import type { View } from "@/client/autosave/state";
import { useField } from "@/components/ui/form";
import { ChoicePanel } from "./choice-panel";
import { spokenWords, statusWords } from "./words";

type Props = Settings & { zone: string; children: ReactNode };

const StatusContext = createContext<{ view: View | null; savedAt: string | null; zone: string }>({
  view: null,
  savedAt: null,
  zone: "UTC",
});

/**
 * Inside a `Form`: saves its fields by itself to `url` (made by `defineAutosave`). It brings the hidden field `version`; a button
 * `name="intent" value="draft"` saves at once and stays, every other one first waits until all is saved. `slot` names the text on this
 * device, `version` 0 is a text that does not exist yet. Without JavaScript the form saves by its button.
 */
export function Autosave({ zone, children, ...settings }: Props) {
  const version = useRef<HTMLInputElement>(null);
  const saver = useRef<Autosaver>(null);
  const [view, setView] = useState<View | null>(null);
  const [saved, setSaved] = useState(settings.version);
  const [first] = useState(settings);
  const newer = useField("version").theirs;

  useEffect(() => {
    const form = version.current?.form;
    if (!form) return;
    const current = new Autosaver(form, first, (shown) => {
      if (version.current) version.current.value = String(current.version);
      setSaved(current.version);
      setView(shown);
    });
    saver.current = current;
    return listen(current);
  }, [first]);

  return (
    <StatusContext value={{ view, savedAt: settings.savedAt, zone }}>
      <input
        ref={version}
        key={newer}
        type="hidden"
        name="version"
        defaultValue={Math.max(saved, Number(newer ?? 0))}
        autoComplete="off"
      />
      {view?.choice && saver.current && <ChoicePanel saver={saver.current} choice={view.choice} zone={zone} />}
      {children}
    </StatusContext>
  );
}

/** One line that says whether what was typed is saved. Anywhere inside `Autosave`. */
export function AutosaveStatus() {
  const { view, savedAt, zone } = useContext(StatusContext);
  const shown: View = view ?? {
    status: savedAt ? { kind: "saved", at: savedAt } : { kind: "new" },
    choice: null,
    unsent: false,
    asked: false,
  };
  const trouble = !["saved", "new"].includes(shown.status.kind);
  return (
    <p className={trouble ? "small text-gold" : "small soft"}>
      <span aria-hidden="true">{(view || savedAt) && statusWords(shown, zone)}</span>
      <span role="status" className="sr-only">
        {spokenWords(shown, zone)}
      </span>
      {shown.status.kind === "signedOut" && (
        <>
          {" "}
          <a href="/sign-in" target="_blank" rel="noopener">
            Sign in in another tab
          </a>
        </>
      )}
    </p>
  );
}
