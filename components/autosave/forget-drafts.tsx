"use client";

import { useEffect } from "react";
import { forgetAllDrafts } from "./device";

/** On the page that follows signing out: what this device kept of drafts is erased. */
export function ForgetDrafts() {
  useEffect(forgetAllDrafts, []);
  return null;
}
