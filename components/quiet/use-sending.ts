"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import {
  becomeWriter,
  type Fragment,
  type Here,
  isAnythingKept,
  keepHere,
  type Whereabouts as Sent,
  sendKept,
  whoIsHere,
} from "@/client/fragments";
import { stayWhileActive } from "@/client/presence";
import { keepSending, type Sender } from "@/client/queue";
import { registerWorker, tellWorker } from "./worker";

/** Where the last fragment is: with the portal, on this device, or still only on the screen. */
export type Place = "sent" | "here" | "hereSignedOut" | "hereRefused" | "nowhere";
/** `why` is said where something on the way answered in the portal's place. */
export type Whereabouts = { place: Place; why?: string };

const every = 20_000;
const patience = 1_500;

/** Keeps fragments on this device and sends them: at once, when the network is back, and every 20 seconds while the page is open. */
export function useSending() {
  const [whereabouts, setPlace] = useState<Whereabouts | null>(null);
  const sender = useRef<Sender>(null);
  const turn = useRef(0);
  const greeting = useRef<Promise<unknown>>(null);

  useEffect(() => {
    const send = async () => {
      const mine = turn.current;
      const greeted = greet();
      greeting.current = greeted;
      const here = await greeted;
      const { standing, why } = "standing" in here ? here : await sendKept(here);
      // Something was left meanwhile, and goes with the next turn.
      if (mine !== turn.current) return;
      setPlace((now) => (now === null || now.place === "nowhere" ? now : { place: placeOf[standing], why }));
    };
    const current = keepSending(send, { every, isWaiting: isAnythingKept });
    sender.current = current;
    registerWorker();
    current.send();
    const telling = setTimeout(() => void tellWorker(), 5_000);
    const unstay = stayWhileActive();
    return () => {
      clearTimeout(telling);
      unstay();
      current.stop();
    };
  }, []);

  const keep = useCallback(async (fragment: Fragment): Promise<boolean> => {
    // Whoever is here now becomes the writer, before a word is kept under the name of somebody who has left.
    await greeting.current;
    await Promise.race([greet(), new Promise((done) => setTimeout(done, patience))]);
    turn.current += 1;
    const kept = await keepHere(fragment);
    setPlace({ place: kept ? "here" : "nowhere" });
    if (kept) sender.current?.send();
    return kept;
  }, []);
  return { whereabouts, keep };
}

const placeOf: Record<Sent["standing"], Place> = {
  taken: "sent",
  away: "here",
  signedOut: "hereSignedOut",
  refused: "hereRefused",
};

/** Asks who is here, for whom the device may then write. */
async function greet(): Promise<Here | Sent> {
  const here = await whoIsHere();
  if ("personId" in here) await becomeWriter(here);
  return here;
}
