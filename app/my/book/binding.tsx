"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { send, standingOf } from "@/client/send";
import { reasonWords } from "@/lib/core/answers";

type Props = { id: string; progress: number; words: string };
type Answer = { stage: string; progress: number; words: string };

/** How far the book is, asked every two seconds while somebody looks. */
export function Binding({ id, progress, words }: Props) {
  const router = useRouter();
  const [now, setNow] = useState({ progress, words });
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === "hidden") return;
      const answer = await ask(id);
      if (typeof answer === "string") return setNow((before) => ({ ...before, words: answer }));
      if (answer.stage === "binding") return setNow(answer);
      clearInterval(timer);
      router.refresh();
    };
    const timer = setInterval(() => void look(), 2_000);
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
  const answer = await send(`/api/book/${id}`, { method: "GET" });
  if (standingOf(answer) === "taken") return answer.body as Answer;
  return `${reasonWords(answer)} This page asks again by itself.`;
}
