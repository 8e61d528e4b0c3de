import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { signOut, startSignIn } from "@/lib/accounts/signIns/commands";
import { findVisit, forgetSignIn, knowDevice } from "@/lib/accounts/signIns/gateway";
import { defineOpenAction, requireSameOrigin } from "@/lib/core/action";
import { findSignedIn } from "@/lib/core/auth";
import { cookieName, formerName } from "@/lib/core/cookies";
import { newToken } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import { idle } from "@/lib/core/form-state";
import { system } from "@/lib/core/system";
import { makeClinic, makePerson } from "@/prisma/seed/factories";

type Given = string | { name: string };
const browser = vi.hoisted(() => ({ jar: new Map<string, string>(), sent: {} as Record<string, string> }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(browser.sent),
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined),
    getAll: () => [...browser.jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => browser.jar.set(name, value),
    delete: (given: Given) => browser.jar.delete(typeof given === "string" ? given : given.name),
  }),
}));
beforeEach(() => {
  browser.jar.clear();
  browser.sent = {};
});

const email = "noor@people.test";
const signedInBefore = async () => {
  const { clinicId } = await makeClinic();
  const { personId } = await makePerson(clinicId, "patient");
  return system("accounts", (db) => startSignIn(db, personId, "Firefox"));
};

test("the addresses of one household's /64 count as one, and those of its neighbours do not", async () => {
  const from = async (address: string) => {
    browser.sent = { "x-forwarded-for": address };
    return (await findVisit()).address;
  };
  expect(await from("2001:db8:1:2::9")).toBe(await from("2001:db8:1:2:ffff::1"));
  expect(await from("2001:db8:1:3::9")).not.toBe(await from("2001:db8:1:2::9"));
  expect(await from("203.0.113.9")).toBe("203.0.113.9");
});

describe("under the names of before", () => {
  test("another portal's sign-in stays where it is", async () => {
    browser.jar.set(formerName["sign-in"], newToken());
    await forgetSignIn(signOut);
    expect(browser.jar.has(formerName["sign-in"])).toBe(true);
  });

  test("one's own goes when one signs out, together with the newer one", async () => {
    const [first, second] = [await signedInBefore(), await signedInBefore()];
    browser.jar.set(formerName["sign-in"], first);
    browser.jar.set(cookieName("sign-in"), second);
    await forgetSignIn(signOut);
    expect(browser.jar.size).toBe(0);
    expect(await Promise.all([first, second].map(findSignedIn))).toEqual([null, null]);
  });

  test("a device is still known, and another portal's mark says nothing here", async () => {
    await knowDevice(email);
    const mark = browser.jar.get(cookieName("device")) ?? "";
    browser.jar.clear();
    browser.jar.set(formerName.device, mark);
    expect((await findVisit()).knownTo(email)).toBe(mark.split(".")[0]);
    expect((await findVisit()).knownTo("mika@people.test")).toBeUndefined();
    browser.jar.set(formerName.device, `${newToken()}.${newToken()}`);
    expect((await findVisit()).knownTo(email)).toBeUndefined();
    await knowDevice(email);
    expect(browser.jar.get(cookieName("device"))?.split(".")).toHaveLength(2);
    expect(browser.jar.has(formerName.device)).toBe(true);
  });
});

describe("a form", () => {
  const action = defineOpenAction(z.object({ words: z.string() }), async () => "Kept");
  const send = (sent: Record<string, string>) => {
    browser.sent = sent;
    const form = new FormData();
    for (const [name, value] of [
      ["words", "Walk home."],
      ["password", "not for the page"],
    ])
      form.set(name ?? "", value ?? "");
    return action(idle, form);
  };
  const elsewhere = "http://127.0.0.1:3000";

  test("from the portal's own address is done", async () => {
    expect(await send({ origin: env().APP_ORIGIN })).toMatchObject({ status: "done" });
    expect(await send({ origin: "null", "sec-fetch-site": "same-origin" })).toMatchObject({ status: "done" });
  });

  test("from another address of the portal is refused in words, with what was typed and without the password", async () => {
    const state = await send({
      origin: elsewhere,
      "x-forwarded-host": "127.0.0.1:3000",
      "sec-fetch-site": "same-origin",
    });
    expect(state).toMatchObject({ status: "rejected", values: { words: "Walk home." } });
    expect(JSON.stringify(state)).toContain(`Open ${env().APP_ORIGIN} instead`);
    expect(JSON.stringify(state)).not.toContain("not for the page");
  });

  test.each([
    ["another site", { origin: "https://evil.example", "x-forwarded-host": "localhost:3000" }],
    [
      "another site that a browser takes for the same",
      { origin: "http://evil.example", "sec-fetch-site": "same-origin" },
    ],
    ["nowhere", {}],
  ])("from %s is refused", async (_who, sent) => {
    await expect(send(sent as Record<string, string>)).rejects.toMatchObject({ code: "refused" });
    await expect(requireSameOrigin()).rejects.toMatchObject({ code: "refused" });
  });
});
