"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

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
      if (!answer) return;
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

async function ask(id: string): Promise<Answer | null> {
  try {
    const response = await fetch(`/api/book/${id}`, { cache: "no-store" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
