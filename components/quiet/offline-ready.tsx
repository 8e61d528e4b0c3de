"use client";

import { useEffect } from "react";

type Props = { personId: string; deviceKey: string };

/** Somewhere in a patient's space: once all else is there, the device is made ready for quiet mode, and sends what it kept. */
export function OfflineReady({ personId, deviceKey }: Props) {
  useEffect(() => {
    const timer = setTimeout(() => void begin({ personId, deviceKey }), 1_500);
    return () => clearTimeout(timer);
  }, [personId, deviceKey]);
  return null;
}

async function begin(person: Props) {
  try {
    const [{ registerWorker }, { becomeWriter, sendKept }] = await Promise.all([
      import("./worker"),
      import("@/client/fragments"),
    ]);
    registerWorker();
    if (await becomeWriter(person)) await sendKept(person);
  } catch {
    // Nothing depends on it: the next page tries again.
  }
}
