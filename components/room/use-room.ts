"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type OpenRoom, openRoom } from "@/client/room/open-room";
import { type First, roomAt } from "@/client/room/state";
import type { Kind, Person } from "@/client/room/waiting";

/** A room while it is on the screen. */
export function useRoom({ personId, deviceKey }: Person, sessionId: string, first: First) {
  const [state, setState] = useState(() => roomAt(first));
  const [opening] = useState(first);
  const room = useRef<OpenRoom>(null);
  useEffect(() => {
    const current = openRoom({ personId, deviceKey }, sessionId, opening, setState);
    room.current = current;
    return current.leave;
  }, [personId, deviceKey, sessionId, opening]);
  const keep = useCallback((kind: Kind, at: number, text?: string) => void room.current?.keep(kind, at, text), []);
  const now = useCallback(() => room.current?.now() ?? Date.now(), []);
  return { ...state, keep, now };
}
