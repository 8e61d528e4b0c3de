"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { roomWords } from "@/lib/companions/words/room/rules";

/** Back, the note with every line in it, and out. Without network the page stays: it could not be opened again. */
export function WaysOut({ sessionId }: { sessionId: string }) {
  const [stay, setStay] = useState(false);
  const [screen, setScreen] = useState("");
  useEffect(() => setScreen("wakeLock" in navigator ? roomWords.screenStays : roomWords.screenMayDim), []);
  const here = `/companion/sessions/${sessionId}`;
  const guard = (event: MouseEvent) => {
    if (navigator.onLine) return;
    event.preventDefault();
    setStay(true);
  };
  return (
    <nav aria-label="Ways" className="room-ways">
      <a href="#room" className="room-button">
        {roomWords.back}
      </a>
      <a href={`${here}/note`} className="room-button" onClick={guard}>
        Correct a line
      </a>
      <a href={here} className="room-button" onClick={guard}>
        {roomWords.leave}
      </a>
      <p className="room-news" role="status">
        {stay ? "There is no network now. Leave this page open until it is back." : screen}
      </p>
    </nav>
  );
}
