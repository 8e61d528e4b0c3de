"use client";

import { useEffect } from "react";
import { forgetAllDrafts } from "@/client/drafts";
import { forgetWriter } from "@/client/fragments";

/** On the page that follows signing out: what this device kept of drafts is erased, and the key with which quiet mode writes. */
export function ForgetDrafts() {
  useEffect(() => {
    void forgetAllDrafts();
    void forgetWriter();
  }, []);
  return null;
}
