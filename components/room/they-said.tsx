"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { timeWords } from "@/components/calls/time-words";
import { longestLine } from "@/lib/companions/room/device/rules";
import { roomWords } from "@/lib/companions/words/room/rules";
import { useDraft } from "./use-draft";

type Props = {
  zone: string;
  /** Where this device keeps what is being written. */
  draft: { slot: string; deviceKey: string };
  now: () => number;
  onKeep: (at: number, text: string) => void;
};

/** One field. Its time is that of the first letter; Enter keeps the line, and so does the room's end. */
export function TheySaid({ zone, draft, now, onKeep }: Props) {
  const [text, setText] = useState("");
  const [at, setAt] = useState<number | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const type = (value: string) => {
    setText(value);
    if (value === "") setAt(null);
    else setAt((before) => before ?? now());
  };
  const keep = (event?: FormEvent) => {
    event?.preventDefault();
    const words = text.trim();
    if (words === "") return;
    onKeep(at ?? now(), words);
    type("");
    field.current?.focus();
  };
  useDraft(draft, { text, at }, (kept) => {
    if (field.current?.value !== "") return false;
    setText(kept.text);
    setAt(kept.at);
    return true;
  });
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = keep;
  });
  useEffect(() => () => leave.current(), []);
  const enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    keep();
  };
  return (
    <form className="room-said" onSubmit={keep}>
      <label htmlFor="said">
        {roomWords.theySaid}
        {at !== null && <time dateTime={new Date(at).toISOString()}>{timeWords(at, zone)}</time>}
      </label>
      <textarea
        ref={field}
        id="said"
        name="said"
        rows={3}
        maxLength={longestLine}
        placeholder={roomWords.theirWords}
        aria-describedby="said-hint"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={enter}
      />
      <div className="room-keep">
        <p id="said-hint">{roomWords.reminder}</p>
        <button type="submit" className="room-button" hidden={text.trim() === ""}>
          {roomWords.keep}
        </button>
      </div>
    </form>
  );
}
