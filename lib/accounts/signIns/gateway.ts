import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies, headers } from "next/headers";
import { signInCookie } from "@/lib/core/auth";
import { newToken } from "@/lib/core/crypto";
import { deriveSecret, env } from "@/lib/core/env";
import { deviceWords } from "./rules";

export type Visit = { address: string; device: string; knownTo: (email: string) => string | undefined };

const deviceCookie = "__Host-device";
const halfYear = 180 * 24 * 3_600;
const kept = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const;

/** Where a request comes from: its address, what the browser calls itself, and on whose behalf it signed in before. */
export async function findVisit(): Promise<Visit> {
  const sent = await headers();
  const [token, ...marks] = ((await cookies()).get(deviceCookie)?.value ?? "").split(".");
  return {
    // The server puts the true sender here, or what the proxy in front of it says (scripts/lib/serve.ts).
    address: sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown",
    device: deviceWords(sent.get("user-agent") ?? ""),
    knownTo: (email) => (token && marks.some((mark) => isSame(mark, markOf(token, email))) ? token : undefined),
  };
}

/** Gives the browser its handle, and marks it as one on which this address has signed in. */
export async function keepSignIn(handle: string, email: string): Promise<void> {
  await giveHandle(handle);
  await knowDevice(email);
}

/** Marks the browser as one that the owner of this address uses. */
export async function knowDevice(email: string): Promise<void> {
  const jar = await cookies();
  const [token = newToken(), ...marks] = (jar.get(deviceCookie)?.value ?? "").split(".").filter(Boolean);
  const mark = markOf(token, email);
  const others = marks.filter((other) => other !== mark).slice(-4);
  jar.set(deviceCookie, [token, ...others, mark].join("."), { ...kept, maxAge: halfYear });
}

export const giveHandle = async (handle: string): Promise<void> => {
  (await cookies()).set(signInCookie, handle, kept);
};

export const findHandle = async (): Promise<string | undefined> => (await cookies()).get(signInCookie)?.value;

export const forgetSignIn = async (): Promise<void> => {
  (await cookies()).delete({ name: signInCookie, ...kept });
};

const demonstrationCookie = "__Host-demonstration";

/** Whoever had the demonstration made reads its password on the sign-in page for a day, on this browser alone. */
export const keepDemonstrationPassword = async (password: string): Promise<void> => {
  (await cookies()).set(demonstrationCookie, password, { ...kept, maxAge: 24 * 3_600 });
};

export const findDemonstrationPassword = async (): Promise<string | undefined> =>
  (await cookies()).get(demonstrationCookie)?.value;

const markOf = (token: string, email: string) =>
  createHmac("sha256", deriveSecret(env().PORTAL_SECRET, "known devices"))
    .update(`${token}:${email}`)
    .digest("base64url");

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
