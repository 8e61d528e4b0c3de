"use client";

import { useEffect } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { SignOut } from "./sign-out";
import { usePresence } from "./use-presence";

type Props = { personId: string; secondsLeft: number };

/** Says in time that the sign-in is about to end, and keeps the page with what was typed when it has. */
export function IdleCountdown(props: Props) {
  const { phase, left, final, stay, check } = usePresence(props.personId, props.secondsLeft);
  useEffect(fetchDialogEarly, []);
  const gone = phase === "ended" || phase === "other";
  return (
    <>
      {gone && <div className="fixed inset-0 z-[15] bg-paper" />}
      <Dialog open={phase !== "here"} onClose={phase === "warning" ? stay : check} {...words(phase, left, final)}>
        <div className="row">
          {phase === "warning" && (
            <>
              {!final && (
                <button type="button" className={buttonClass()} onClick={stay}>
                  Stay signed in
                </button>
              )}
              <SignOut variant="quiet" />
            </>
          )}
          {phase === "ended" && (
            <>
              <a href="/sign-in" target="_blank" rel="noopener" className={buttonClass()}>
                Sign in again
              </a>
              <button type="button" className={buttonClass("quiet")} onClick={check}>
                I have signed in
              </button>
            </>
          )}
          {phase === "other" && (
            <a href="/" className={buttonClass()}>
              Leave this page
            </a>
          )}
        </div>
      </Dialog>
    </>
  );
}

function words(phase: string, left: number, final: boolean) {
  if (phase === "ended") {
    return {
      title: "Your session has ended",
      text: "What you typed is still on this page. Sign in again in the new window that opens, then come back to this one.",
    };
  }
  if (phase === "other") {
    return {
      title: "Somebody else is signed in now",
      text: "This page belongs to another person's session, so it is closed.",
    };
  }
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  const why = final ? "Everybody signs in anew from time to time." : "Nothing has moved here for a while.";
  return {
    title: final ? "Your session is about to end" : "Are you still here?",
    text: (
      <>
        {why} To keep this page private, you are signed out in{" "}
        <span role="timer" className="tabular-nums">
          {time}
        </span>
        . What you typed stays.
      </>
    ),
  };
}

/** The server may be out of reach when the dialog is needed. */
function fetchDialogEarly() {
  const timer = setTimeout(() => void import("@/components/ui/dialog-body").catch(() => undefined), 15_000);
  return () => clearTimeout(timer);
}
