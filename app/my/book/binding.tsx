"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type Heard, heard, reasonWords, silence } from "@/lib/core/answers";

type Props = { id: string; progress: number; words: string };
type Answer = { stage: string; progress: number; words: string };

/** How far the book is, asked every two seconds while somebody looks. */
export function Binding({ id, progress, words }: Props) {
  const router = useRouter();
  const [now, setNow] = useState({ progress, words });
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.visibilityState === "hidden") return;
      const answer = await ask(id);
      if (typeof answer === "string") return setNow((before) => ({ ...before, words: answer }));
      if (answer.stage === "binding") return setNow(answer);
      clearInterval(timer);
      router.refresh();
    }, 2_000);
    return () => clearInterval(timer);
  }, [id, router]);
  return (
    <div className="stack gap-3">
      <progress max={100} value={now.progress} aria-label="How far your book is" className="w-full" />
      <p role="status">{now.words}</p>
    </div>
  );
}

async function ask(id: string): Promise<Answer | string> {
  try {
    const response = await fetch(`/api/book/${id}`, { cache: "no-store" });
    const answer = heard(response);
    return response.ok && answer.isOwn ? await response.json() : stillAsking(answer);
  } catch {
    return stillAsking(silence);
  }
}

const stillAsking = (answer: Heard) => `${reasonWords(answer)} This page asks again by itself.`;
