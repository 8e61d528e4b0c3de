"use client";

import { useEffect, useState } from "react";
import { follow } from "@/client/live";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { acknowledgeAction } from "./actions";
import { timeWords } from "./time-words";

/** A call as it travels: instants as text. */
export type Call = {
  id: string;
  sessionId: string;
  patient: string;
  companion: string | null;
  place: string;
  at: string;
  receivedAt: string;
  acknowledgedAt: string | null;
  by: string | null;
  /** How many calls of the same companion wait for an answer. */
  open: number;
};

type Props = { first: Call[]; personId: string; zone: string };

export function LiveCalls({ first, personId, zone }: Props) {
  const { calls, isDeaf, why } = useCalls(first, personId);
  const open = calls.filter(({ acknowledgedAt }) => !acknowledgedAt);
  useTitle(open.length > 0, calls);
  return (
    <div className="calls" hidden={calls.length === 0 && !isDeaf}>
      <div role="alert" className="sr-only">
        {open.map(headline).join(". ")}
      </div>
      <p role="status" className={isDeaf ? "call deaf small" : "sr-only"}>
        {isDeaf && deafWords(why)}
      </p>
      <ul aria-label="Calls from companions" className="grid gap-2">
        {calls.map((call) => (
          <li key={call.id} className={call.acknowledgedAt ? "call answered" : "call"}>
            {call.acknowledgedAt ? <Answered call={call} zone={zone} /> : <Open call={call} zone={zone} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

const deafWords = (why: string) =>
  `${why || "No connection."} Calls from companions do not reach this page until ${why ? "that is over" : "it is back"}.`;

const headline = ({ companion, patient }: Call) => `${companion ?? "A companion"} calls for you, with ${patient}`;

function Open({ call, zone }: { call: Call; zone: string }) {
  const late = Date.parse(call.receivedAt) - Date.parse(call.at) > 60_000;
  return (
    <>
      <span className="call-dot" aria-hidden="true" />
      <div className="min-w-0">
        <p>
          <strong>{headline(call)}</strong>
        </p>
        <p className="small">
          {[call.place, `called at ${timeWords(call.at, zone)}`].filter(Boolean).join(" · ")}
          {call.open > 1 && `, ${call.open} calls`}
          {late && `, reached the portal at ${timeWords(call.receivedAt, zone)}`}
          {" · "}
          <a href={`/therapist/sessions/${call.sessionId}`}>Open the session</a>
        </p>
      </div>
      <Form action={acknowledgeAction} submit="I am coming" tone="stop" large quiet>
        <Hidden name="callId" value={call.id} />
      </Form>
    </>
  );
}

function Answered({ call, zone }: { call: Call; zone: string }) {
  return (
    <p className="small" role="status">
      {call.by ?? "A colleague"} is on the way to {call.patient}. Called at {timeWords(call.at, zone)}, answered at{" "}
      {timeWords(call.acknowledgedAt ?? call.at, zone)}.
    </p>
  );
}

type Glance = { over?: boolean; calls: Call[] };

/** Follows the calls while the page is in sight; out of sight only one page of this browser does. */
function useCalls(first: Call[], personId: string): { calls: Call[]; isDeaf: boolean; why: string } {
  const [calls, setCalls] = useState(first);
  const [{ isDeaf, why }, setReach] = useState({ isDeaf: false, why: "" });
  useEffect(() => setCalls(first), [first]);
  useEffect(() => {
    const onGlance = ({ calls }: Glance) => setCalls(calls);
    let stop: (() => void) | undefined;
    let letGo = () => {};
    const start = () => {
      stop ??= follow<Glance>("/api/calls/stream", {
        onGlance,
        onEnd: () => setCalls([]),
        onReach: (reached, why = "") =>
          setReach((before) => (before.isDeaf === !reached && before.why === why ? before : { isDeaf: !reached, why })),
      });
    };
    const pause = () => {
      stop?.();
      stop = undefined;
    };
    const look = () => {
      letGo();
      if (document.visibilityState === "visible") return start();
      if (!navigator.locks) return pause();
      const hold = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      void navigator.locks.request(`threshold-calls-${personId}`, { ifAvailable: true }, (lock) =>
        lock ? hold : pause(),
      );
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      letGo();
      pause();
    };
  }, [personId]);
  return { calls, isDeaf, why };
}

/** A page out of sight shows by its title that somebody calls. */
function useTitle(isCalled: boolean, calls: Call[]) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was opened meanwhile has set its own title.
  useEffect(() => {
    const mark = () => {
      const plain = document.title.replace(/^● /, "");
      document.title = isCalled ? `● ${plain}` : plain;
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [isCalled, calls]);
}
