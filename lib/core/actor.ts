import "server-only";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Role } from "@/prisma/generated/enums";
import { authOptions, findSignedIn, type SignedIn } from "./auth";
import { cookieName, formerName } from "./cookies";
import { env } from "./env";
import { readCookie, readFormerCookie } from "./jar";
import { clientFor, transaction } from "./prisma";
import { mayEnter, type Who } from "./who";

export type { Role };

/** Who is acting: one person in one role in one clinic, as the sign-in's row in the database says. */
export type Actor = SignedIn & { formKey?: string };

/** The one place where an actor is made. Null when nobody is signed in. Asked once per request. */
export const findActor = cache(async (): Promise<Actor | null> => {
  let asked: Promise<SignedIn | null> = Promise.resolve(null);
  const find = (handle: string) => {
    asked = findSignedIn(handle);
    return asked;
  };
  await getServerSession(authOptions(find, await signInName()));
  // To next-auth a database that does not answer is somebody who is signed out.
  return asked;
});

/** The actor of a page or an action. Signed out leads to sign-in; whoever may not enter finds nothing here. */
export async function requireActor(who: Who = "everybody"): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect(await signInPath());
  if (!mayEnter(actor, who)) notFound();
  await touch(actor);
  return actor;
}

/** Where each role is at home. */
export const homeOf: Record<Role, string> = {
  admin: "/admin",
  therapist: "/therapist",
  patient: "/my",
  companion: "/companion",
};

/** Whoever signed in before the names told portals apart stays signed in. Another portal's handle opens nothing here. */
async function signInName() {
  const isFormer = !(await readCookie("sign-in")) && (await readFormerCookie("sign-in"));
  return isFormer ? formerName["sign-in"] : cookieName("sign-in");
}

/** Where to sign in; it says so where a sign-in has ended. */
export const signInPath = async () => ((await readCookie("sign-in")) ? "/sign-in?ended=1" : "/sign-in");

/** Being here moves the idle limit; the database does it at most once a minute. */
export const touch = cache(async (actor: Actor) => {
  if (Date.now() - actor.lastSeenAt.getTime() < 60_000) return;
  await transaction(clientFor(env().APP_DATABASE_URL), async (db) => {
    await db.$executeRaw`select set_config('app.handle', ${actor.handleHash}, true)`;
    await db.$executeRaw`select touch_sign_in()`;
  });
});
