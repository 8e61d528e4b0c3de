"use client";

import { useEffect, useRef, useState } from "react";
import { follow } from "@/components/calls/follow";
import type { Person } from "./queue";

/** Where the companion stands with the portal; `away` while it cannot be reached. */
export type Reach = "here" | "away" | "signedOut" | "ended" | "closed";

/** A call as it travels: instants as text. */
export type SentCall = { id: string; at: string; acknowledgedAt: string | null; by: string | null };
export type Glance = {
  over?: boolean;
  why?: "signedOut" | "ended";
  now?: number;
  begunAt?: string;
  isUnderWay?: boolean;
  completedAt?: string | null;
  calls?: SentCall[];
};

/** `why`: what something on the way answered in the portal's place. */
export type Stand = (change: (before: Reach) => Reach, why?: string) => void;
type Heard = (glance: Glance, asked?: number, answered?: number) => void;

/** Follows the portal's word on this room. Signed out, it asks again when the page is looked at. */
export function useFollowing(person: Person, sessionId: string, reach: Reach, heard: Heard, stand: Stand) {
  const [turn, setTurn] = useState(0);
  const ear = useRef(heard);
  useEffect(() => {
    ear.current = heard;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn follows anew.
  useEffect(
    () =>
      follow<Glance>(`/api/room/${sessionId}/stream?writer=${person.personId}`, {
        onGlance: (...told) => ear.current(...told),
        onEnd: () => stand((before) => (before === "ended" ? before : "signedOut")),
        onReach: (reached, why) =>
          reached ? stand((before) => before) : stand((before) => (before === "here" ? "away" : before), why),
      }),
    [person.personId, sessionId, turn, stand],
  );
  useEffect(() => {
    if (reach !== "signedOut") return;
    const look = () => document.visibilityState === "visible" && setTurn((before) => before + 1);
    const timer = setInterval(look, 15_000);
    addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [reach]);
}
