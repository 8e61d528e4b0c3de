"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { upload } from "@/client/upload";
import { buttonClass } from "@/components/ui/button-class";
import { classNames } from "@/components/ui/class-names";
import { HintAndError } from "@/components/ui/field-parts";
import { accepted, emptyFile, mostBytes, tooLarge } from "@/lib/making/rules";

type Props = {
  /** Chosen by the page, so that sending twice keeps one. */
  id: string;
  /** The person whose page this is. */
  writer: string;
  /** The journal entry that it belongs to. */
  entryId?: string;
};

/** Chooses an image or a sound and keeps it. Works as a plain form too; with JavaScript it shows how far it is, and what was chosen stays. */
export function UploadForm({ id, writer, entryId }: Props) {
  const router = useRouter();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState("");
  useEffect(() => {
    if (error) input.current?.focus();
  }, [error]);

  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (sent !== null) return;
    const file = input.current?.files?.[0];
    const refused = !file ? "Choose a picture or a sound first." : reasonNotToSend(file);
    if (!file || refused) return setError(refused ?? "");
    setError("");
    setSent(0);
    const answer = await upload(file, { source: "upload", id, entryId, writer }, setSent);
    setSent(null);
    if ("message" in answer) return setError(answer.message);
    router.push(entryId ? `/my/journal/${entryId}` : `/my/making/${answer.id}`);
    router.refresh();
  };

  return (
    <form method="post" action="/my/making/upload" encType="multipart/form-data" onSubmit={keep} className="form stack">
      <input type="hidden" name="id" value={id} />
      {entryId && <input type="hidden" name="entryId" value={entryId} />}
      <div className={classNames("field", error && "bad")}>
        <label htmlFor={field}>Picture or sound</label>
        <HintAndError id={field} hint="Up to 10 MB. JPEG, PNG, WebP, AVIF or GIF; MP3, M4A, OGG, WAV, FLAC or WebM." />
        <div role="alert">
          <HintAndError id={field} error={error} />
        </div>
        <input
          ref={input}
          id={field}
          type="file"
          name="file"
          accept={accepted}
          aria-invalid={Boolean(error)}
          aria-describedby={classNames(`${field}-hint`, error && `${field}-error`)}
          onChange={() => setError("")}
        />
      </div>
      <div className="row form-end">
        <button type="submit" className={buttonClass()} aria-disabled={sent !== null || undefined}>
          Keep it
        </button>
        <Progress sent={sent} />
      </div>
    </form>
  );
}

function Progress({ sent }: { sent: number | null }) {
  const words = sent === null ? "" : sent < 1 ? "Sending …" : "It has arrived and is being made ready …";
  return (
    <div className="upload-progress">
      {sent !== null && <progress value={sent < 1 ? sent : undefined} aria-label="How far it is sent" />}
      <span role="status" className="small soft">
        {words}
      </span>
    </div>
  );
}

const reasonNotToSend = ({ size }: File) => (size === 0 ? emptyFile : size > mostBytes ? tooLarge : null);
