"use client";

import { useEffect } from "react";
import type { Person } from "@/client/room/waiting";

/** On any page of a companion: what the room could not send goes out now. */
export function SendUnsent({ personId, deviceKey }: Person) {
  useEffect(() => {
    const send = () =>
      void import("@/client/room/waiting")
        .then(({ sendAllWaiting }) => sendAllWaiting({ personId, deviceKey }))
        .catch(() => undefined);
    const timer = setTimeout(send, 800);
    addEventListener("online", send);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", send);
    };
  }, [personId, deviceKey]);
  return null;
}
