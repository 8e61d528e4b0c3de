import type { NextAuthOptions } from "next-auth";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { findActor } from "@/lib/core/actor";
import { cookieName } from "@/lib/core/cookies";
import { DatabaseFault } from "@/lib/core/errors";
import { defineRoute } from "@/lib/core/route";

const given = vi.hoisted(() => ({ cookie: "", isAway: false }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "sec-fetch-site": "same-origin" }),
  cookies: async () => ({ get: () => (given.cookie ? { value: given.cookie } : undefined) }),
}));
// Told by hand what Next would tell it of the request; the rest is its own.
vi.mock("next-auth", async (original) => {
  const own = await original<typeof import("next-auth")>();
  const getServerSession = (options: NextAuthOptions) => {
    const request = { headers: {}, cookies: { [cookieName("sign-in")]: given.cookie } };
    const response = { getHeader: () => undefined, setHeader: () => response };
    return own.getServerSession(request as never, response as never, options);
  };
  return { ...own, getServerSession };
});
vi.mock("@/lib/core/auth", async (original) => {
  const own = await original<typeof import("@/lib/core/auth")>();
  const find = async (handle: string) => {
    if (given.isAway) throw new DatabaseFault("P1001", undefined, undefined);
    return own.findSignedIn(handle);
  };
  return { ...own, findSignedIn: find };
});

beforeEach(() => Object.assign(given, { cookie: "x".repeat(43), isAway: false }));

const nobodys = defineRoute("patient", z.object({}), async () => ({ kept: true }));
const ask = async (accept: string) => {
  const answer = await nobodys(new Request("http://localhost:3000/api/x", { headers: { accept } }));
  return { status: answer.status, text: await answer.text(), to: answer.headers.get("location") };
};

test("a handle that stands for nobody is somebody who is signed out", async () => {
  expect(await findActor()).toBeNull();
  expect(await ask("application/json")).toMatchObject({ status: 401, text: expect.stringContaining("signed out") });
  expect(await ask("text/html")).toMatchObject({ status: 303, to: "/sign-in?ended=1" });
});

test("a database that does not answer signs nobody out: it is a fault, and is told in a sentence", async () => {
  given.isAway = true;
  await expect(findActor()).rejects.toBeInstanceOf(DatabaseFault);
  const { status, text } = await ask("application/json");
  expect([status, JSON.parse(text)]).toEqual([
    503,
    {
      message: expect.stringMatching(/^This could not be done just now/),
      fault: expect.stringMatching(/^[0-9a-f]{8}$/),
    },
  ]);
  expect(await ask("text/html")).toMatchObject({ status: 503, text: expect.stringMatching(/^This could not be/) });
});
