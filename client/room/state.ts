import type { Outcome } from "../queue";
import type { Thing } from "./waiting";

/** Where the companion stands with the portal: reached, out of reach, signed out, without access, or with a note that takes nothing more. */
export type Reach = "here" | "away" | "signedOut" | "ended" | "closed";
export type Line = { id: string; at: number; text: string };
export type Call = { id: string; at: number; acknowledgedAt: number | null; by: string | null };
type Times = { begunAt: number; isUnderWay: boolean; isOver: boolean };
export type First = Times & { lines: Line[]; calls: Call[]; lastLookIn: number | null };

/** `why`: what something on the way answered in the portal's place. `isLoose`: something is kept by the open page alone. */
export type RoomState = {
  reach: Reach;
  why: string;
  lines: Line[];
  calls: Call[];
  looked: number | null;
  times: Times;
  waiting: ReadonlySet<string>;
  isLoose: boolean;
};

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

export type RoomEvent =
  /** Happened here, or was found on this device. */
  | { type: "kept"; things: Thing[] }
  /** Whether the browser stores what is kept. */
  | { type: "stored"; isLoose: boolean }
  | { type: "sent"; ids: string[]; isLoose: boolean }
  | { type: "unsent"; outcome: Outcome }
  | { type: "told"; glance: Glance }
  | { type: "reached" }
  | { type: "unreached"; why?: string }
  /** Nothing more will be told. */
  | { type: "dismissed" };

export const roomAt = ({ lines, calls, lastLookIn, ...times }: First): RoomState => ({
  reach: "here",
  why: "",
  lines,
  calls,
  looked: lastLookIn,
  times,
  waiting: new Set(),
  isLoose: false,
});

/** The room after something happened. Once access has ended, nothing is shown and nothing changes any more. */
export function roomAfter(state: RoomState, event: RoomEvent): RoomState {
  if (state.reach === "ended") return state;
  switch (event.type) {
    case "kept":
      return event.things.reduce(withThing, state);
    case "stored":
      return { ...state, isLoose: event.isLoose };
    case "sent": {
      const waiting = new Set([...state.waiting].filter((id) => !event.ids.includes(id)));
      return { ...state, reach: "here", waiting, isLoose: event.isLoose };
    }
    case "unsent":
      return standing(state, reachAfter[event.outcome.standing] ?? "away", event.outcome.why);
    case "told":
      return told(state, event.glance);
    case "reached":
      return { ...state, why: "" };
    case "unreached":
      return standing(state, state.reach === "here" ? "away" : state.reach, event.why);
    case "dismissed":
      return standing(state, "signedOut");
  }
}

/** How sending ended, as the companion sees it; everything else is being away. */
const reachAfter: Partial<Record<Outcome["standing"], Reach>> = {
  signedOut: "signedOut",
  gone: "ended",
  closed: "closed",
};

function standing(state: RoomState, reach: Reach, why = ""): RoomState {
  if (reach !== "ended") return { ...state, reach, why };
  return { ...state, reach, why, lines: [], calls: [], waiting: new Set(), isLoose: false };
}

function told(state: RoomState, { over, why, begunAt, isUnderWay = false, completedAt, calls = [] }: Glance) {
  if (over) return standing(state, why === "ended" ? "ended" : "signedOut");
  const reach = state.reach === "closed" ? "closed" : "here";
  const times = begunAt ? { begunAt: Date.parse(begunAt), isUnderWay, isOver: Boolean(completedAt) } : state.times;
  return { ...state, reach, times, calls: merged(state.calls, calls) } as const;
}

function withThing(state: RoomState, { id, kind, at, text = "" }: Thing): RoomState {
  const when = Date.parse(at);
  const next = { ...state, waiting: new Set([...state.waiting, id]) };
  if (kind === "lookIn") return { ...next, looked: Math.max(state.looked ?? 0, when) };
  const known: { id: string }[] = kind === "line" ? state.lines : state.calls;
  if (known.some((one) => one.id === id)) return next;
  if (kind === "line") return { ...next, lines: [...state.lines, { id, at: when, text }].sort(byTime) };
  return { ...next, calls: [{ id, at: when, acknowledgedAt: null, by: null }, ...state.calls] };
}

const byTime = (a: Line, b: Line) => a.at - b.at || (a.id < b.id ? -1 : 1);

function merged(before: Call[], sent: SentCall[]): Call[] {
  const known = sent.map(({ id, at, acknowledgedAt, by }) => ({
    id,
    at: Date.parse(at),
    acknowledgedAt: acknowledgedAt ? Date.parse(acknowledgedAt) : null,
    by,
  }));
  const own = before.filter(({ id }) => !known.some((call) => call.id === id));
  return [...known, ...own].sort((a, b) => b.at - a.at);
}
