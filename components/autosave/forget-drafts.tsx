"use client";

import { useEffect } from "react";
import { forgetWriter } from "@/components/quiet/place";
import { forgetAllDrafts } from "./device";

/** On the page that follows signing out: what this device kept of drafts is erased, and the key with which quiet mode writes. */
export function ForgetDrafts() {
  useEffect(() => {
    forgetAllDrafts();
    void forgetWriter();
  }, []);
  return null;
}
