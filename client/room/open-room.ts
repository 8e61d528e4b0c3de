import { clockOffset } from "@/lib/companions/room/device/rules";
import { newId } from "../ids";
import { follow } from "../live";
import { keepSending } from "../queue";
import { type First, type Glance, type Reach, type RoomEvent, type RoomState, roomAfter, roomAt } from "./state";
import { isLoose, type Kind, keepThing, listWaiting, type Person, sendWaiting, type Way, ways } from "./waiting";

const again = 3_000;
const lookAgain = 15_000;

/** A room while it is open: what was said, looked and called here, and what the portal says of it. */
export type OpenRoom = {
  keep: (kind: Kind, at: number, text?: string) => Promise<void>;
  /** The portal's time as this device knows it. */
  now: () => number;
  leave: () => void;
};

export function openRoom(
  person: Person,
  sessionId: string,
  first: First,
  onChange: (state: RoomState) => void,
): OpenRoom {
  let state = roomAt(first);
  const clock = portalClock();
  const change = (event: RoomEvent) => {
    const before = state.reach;
    state = roomAfter(state, event);
    onChange(state);
    if (state.reach !== before && (state.reach === "here" || state.reach === "ended")) sendAll();
  };
  const sendOn = async (way: Way) => {
    const outcome = await sendWaiting(person, sessionId, way, (ids, { asked, answered, portal }) => {
      clock.measure(asked, answered, portal);
      change({ type: "sent", ids, isLoose: isLoose() });
    });
    if (outcome.standing !== "taken") change({ type: "unsent", outcome });
  };
  const isWaiting = () => state.waiting.size > 0 && state.reach !== "ended" && state.reach !== "closed";
  const senders = ways.map((way) => keepSending(() => sendOn(way), { every: again, isWaiting }));
  const sendAll = () => {
    for (const { send } of senders) send();
  };
  const unfollow = followRoom(person, sessionId, () => state.reach, clock.measure, change);
  void listWaiting(person, sessionId).then((things) => {
    change({ type: "kept", things });
    sendAll();
  });
  return {
    keep: async (kind, at, text) => {
      const thing = { id: newId(), kind, at: new Date(at).toISOString(), text };
      change({ type: "kept", things: [thing] });
      await keepThing(person, sessionId, thing);
      change({ type: "stored", isLoose: isLoose() });
      sendAll();
    },
    now: clock.now,
    leave: () => {
      unfollow();
      for (const { stop } of senders) stop();
    },
  };
}

/** Follows the portal's word on this room. Signed out, it asks again when the page is looked at. */
function followRoom(
  { personId }: Person,
  sessionId: string,
  reach: () => Reach,
  measure: PortalClock["measure"],
  change: (event: RoomEvent) => void,
): () => void {
  const begin = () =>
    follow<Glance>(`/api/room/${sessionId}/stream?writer=${personId}`, {
      onGlance: (glance, asked, answered) => {
        if (asked && answered && glance.now) measure(asked, answered, glance.now);
        change({ type: "told", glance });
      },
      onEnd: () => change({ type: "dismissed" }),
      onReach: (reached, why) => change(reached ? { type: "reached" } : { type: "unreached", why }),
    });
  let stop = begin();
  const look = () => {
    if (reach() !== "signedOut" || document.visibilityState !== "visible") return;
    stop();
    stop = begin();
  };
  const off = new AbortController();
  const timer = setInterval(look, lookAgain);
  addEventListener("focus", look, { signal: off.signal });
  document.addEventListener("visibilitychange", look, { signal: off.signal });
  return () => {
    off.abort();
    clearInterval(timer);
    stop();
  };
}

type PortalClock = { now: () => number; measure: (asked: number, answered: number, portal: number) => void };

/** The portal's time as this device knows it: from the quickest answer so far. */
function portalClock(): PortalClock {
  let offset = 0;
  let best = 5_000;
  return {
    now: () => Date.now() + offset,
    measure: (asked, answered, portal) => {
      if (!Number.isFinite(portal) || answered - asked > best) return;
      best = answered - asked;
      offset = clockOffset(asked, answered, portal);
    },
  };
}
