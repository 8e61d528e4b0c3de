"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { becomeWriter, countKept, type Fragment, keepHere, type Outcome, type Standing, sendKept } from "./device";
import { whoIsHere } from "./here";
import { registerWorker, tellWorker } from "./worker";

/** Where the last fragment is: with the portal, on this device, or still only on the screen. */
export type Place = "sent" | "here" | "hereSignedOut" | "hereRefused" | "nowhere";
/** `why` is said where something on the way answered in the portal's place. */
export type Whereabouts = { place: Place; why?: string };

const every = 20_000;

/** Keeps fragments on this device and sends them: at once, when the network is back, and every 20 seconds while the page is open. */
export function useSending() {
  const [whereabouts, setPlace] = useState<Whereabouts | null>(null);
  const working = useRef<Promise<Outcome> | null>(null);

  const send = useCallback(async () => {
    working.current ??= sendAll();
    const { standing, why } = await working.current;
    working.current = null;
    setPlace((now) => (now === null || now.place === "nowhere" ? now : { place: placeOf[standing], why }));
  }, []);

  useEffect(() => {
    registerWorker();
    const telling = setTimeout(() => void tellWorker(), 5_000);
    const again = () => void send();
    again();
    const timer = setInterval(async () => (await countKept()) > 0 && again(), every);
    const still = stayer();
    addEventListener("online", again);
    addEventListener("pointerdown", still, { passive: true });
    return () => {
      clearTimeout(telling);
      clearInterval(timer);
      removeEventListener("online", again);
      removeEventListener("pointerdown", still);
    };
  }, [send]);

  const keep = useCallback(
    async (fragment: Fragment): Promise<boolean> => {
      await working.current;
      // Whoever is here now becomes the writer, before a word is kept under the name of somebody who has left.
      const here = await Promise.race([whoIsHere(), new Promise<null>((done) => setTimeout(done, 1_500, null))]);
      if (here && "personId" in here) await becomeWriter(here);
      const kept = await keepHere(fragment);
      setPlace({ place: kept ? "here" : "nowhere" });
      if (kept) void send();
      return kept;
    },
    [send],
  );
  return { whereabouts, keep };
}

const placeOf: Record<Standing, Place> = {
  sent: "sent",
  away: "here",
  signedOut: "hereSignedOut",
  refused: "hereRefused",
};

async function sendAll(): Promise<Outcome> {
  const here = await whoIsHere();
  if ("standing" in here) return here;
  await becomeWriter(here);
  return sendKept(here);
}

/** A hand on the screen keeps the sign-in going, told at most once a minute. */
function stayer() {
  let toldAt = 0;
  return () => {
    if (Date.now() - toldAt < 60_000) return;
    toldAt = Date.now();
    void fetch("/api/presence", { method: "POST", cache: "no-store" }).catch(() => {});
  };
}
