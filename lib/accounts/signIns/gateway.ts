import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { headers } from "next/headers";
import { newToken } from "@/lib/core/crypto";
import { deriveSecret, env } from "@/lib/core/env";
import { dropCookie, dropFormerCookie, giveCookie, readCookie, readFormerCookie } from "@/lib/core/jar";
import { networkOf } from "@/lib/core/senders";
import { deviceWords } from "./rules";

export type Visit = { address: string; device: string; knownTo: (email: string) => string | undefined };

const halfYear = 180 * 24 * 3_600;

/** Where a request comes from: its address as far as it counts, what the browser calls itself, and on whose behalf it signed in before. */
export async function findVisit(): Promise<Visit> {
  const sent = await headers();
  const held = [await readCookie("device"), await readFormerCookie("device")].map(deviceOf);
  return {
    // The server has put the one true sender here (scripts/lib/doorway.ts).
    address: networkOf(sent.get("x-forwarded-for") || "unknown"),
    device: deviceWords(sent.get("user-agent") ?? ""),
    knownTo: (email) =>
      held.find(({ token, marks }) => token && marks.some((mark) => isSame(mark, markOf(token, email))))?.token,
  };
}

/** Gives the browser its handle, and marks it as one on which this address has signed in. */
export async function keepSignIn(handle: string, email: string): Promise<void> {
  await giveHandle(handle);
  await knowDevice(email);
}

/** Marks the browser as one that the owner of this address uses. */
export async function knowDevice(email: string): Promise<void> {
  const { token = newToken(), marks } = deviceOf(await readCookie("device"));
  const mark = markOf(token, email);
  const others = marks.filter((other) => other !== mark).slice(-4);
  await giveCookie("device", [token, ...others, mark].join("."), halfYear);
}

function deviceOf(held = "") {
  const [token, ...marks] = held.split(".").filter(Boolean);
  return { token, marks };
}

export const giveHandle = (handle: string): Promise<void> => giveCookie("sign-in", handle);

/** The browser forgets that it was signed in: `end` ends a sign-in and answers whether there was one of this portal. */
export async function forgetSignIn(end: (handle: string) => Promise<boolean>): Promise<void> {
  const [handle, former] = [await readCookie("sign-in"), await readFormerCookie("sign-in")];
  if (handle) await end(handle);
  await dropCookie("sign-in");
  if (former && (await end(former))) await dropFormerCookie("sign-in");
}

/** Whoever had the demonstration made reads its password on the sign-in page for a day, on this browser alone. */
export const keepDemonstrationPassword = (password: string): Promise<void> =>
  giveCookie("demonstration", password, 24 * 3_600);

export const findDemonstrationPassword = (): Promise<string | undefined> => readCookie("demonstration");

const markOf = (token: string, email: string) =>
  createHmac("sha256", deriveSecret(env().PORTAL_SECRET, "known devices"))
    .update(`${token}:${email}`)
    .digest("base64url");

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
