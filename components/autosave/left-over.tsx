"use client";

import { useEffect, useState } from "react";
import { differing, type Fields } from "@/client/autosave/plan";
import { draftAt, letGo } from "@/client/drafts";
import { buttonClass } from "@/components/ui/button-class";

type Props = {
  /** As the editor named it, after the writer's id. */
  slot: string;
  deviceKey: string;
  /** What the portal has, for good. */
  saved: Record<string, string>;
  /** What can be done with the words. */
  advice?: string;
};

/** On the page of a text that is locked: what this device still keeps and is not in it, to copy or to let go. */
export function LeftOver({ slot, deviceKey, saved, advice = usual }: Props) {
  const [found, setFound] = useState<{ name: string; texts: string[] }[]>([]);
  const [first] = useState(saved);
  useEffect(() => {
    const fields = Object.fromEntries(Object.entries(first).map(([name, text]) => [name, [text]]));
    const look = async () => {
      const all = await draftAt(slot, deviceKey).listOthers();
      const others = all.map(({ name, kept }) => ({ name, texts: missing(kept.fields, fields) }));
      await letGo(others.filter(({ texts }) => texts.length === 0).map(({ name }) => name));
      setFound(others.filter(({ texts }) => texts.length > 0));
    };
    void look();
  }, [slot, deviceKey, first]);
  if (found.length === 0) return null;
  const forget = () => {
    void letGo(found.map(({ name }) => name));
    setFound([]);
  };
  return (
    <section className="notice gold stack no-print" aria-labelledby="left-over">
      <h2 id="left-over" className="text-h3">
        This device kept words that are not in here
      </h2>
      <p>{advice}</p>
      {found.map(({ name, texts }) => (
        <p key={name} className="whitespace-pre-line">
          {texts.join("\n\n")}
        </p>
      ))}
      <button type="button" className={buttonClass("quiet", false, "justify-self-start")} onClick={forget}>
        Let them go
      </button>
    </section>
  );
}

const usual = "They were typed elsewhere and came too late. Copy what is missing into an addendum, or let them go.";
/** Fields that are no words of anybody. */
const settings = ["format", "kind", "prompt", "colour", "entryId"];

const missing = (kept: Fields, saved: Fields) =>
  differing(kept, saved)
    .filter((name) => !settings.includes(name))
    .flatMap((name) => kept[name] ?? [])
    .filter(Boolean);
