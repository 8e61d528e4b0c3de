"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useState } from "react";
import { StrangeAnswer } from "@/lib/core/answers";
import { type FormState, idle } from "@/lib/core/form-state";

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** One server action's state, with a key that makes a repeated submission harmless. Works before and without JavaScript. */
export function useForm(action: FormAction) {
  const inBrowser = typeof window !== "undefined";
  const [state, submit, pending] = useActionState(inBrowser ? keepingTyped(action) : action, idle);
  const [formKey, setFormKey] = useState(newKey);
  const [seen, setSeen] = useState(state);
  if (state !== seen) {
    setSeen(state);
    if (state.status === "done") setFormKey(newKey());
  }
  return { state, submit, pending, formKey };
}

/** A failed connection or a fault becomes a rejection, so that the form and what was typed stay on screen. */
function keepingTyped(action: FormAction): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      unstable_rethrow(error);
      return { status: "rejected", message: explain(error), errors: {}, values: typed(data) };
    }
  };
}

function explain(error: unknown) {
  if (error instanceof StrangeAnswer) {
    const passes = error.answer.status >= 429;
    return `${error.message} What you typed is still here${passes ? "; try again in a moment." : "."}`;
  }
  const id =
    error instanceof Error && "digest" in error ? ` If it happens again, tell us this number: ${error.digest}.` : "";
  return `This could not be saved just now. What you typed is still here; try again in a moment.${id}`;
}

function typed(data: FormData) {
  const texts = [...data].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts);
}

// Not crypto.randomUUID: browsers withhold it on plain http.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
