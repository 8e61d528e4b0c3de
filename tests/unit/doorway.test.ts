import { request as ask, createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import { cookieName } from "@/lib/core/cookies";
import { log } from "@/lib/core/log";
import { doorway } from "@/scripts/lib/doorway";

const own = "https://portal.example.org";
const database = "postgresql://localhost/threshold";
for (const name of ["APP", "ACCOUNTS", "WORKER"]) vi.stubEnv(`${name}_DATABASE_URL`, database);
vi.stubEnv("APP_ORIGIN", own);
vi.stubEnv("PORTAL_SECRET", "a secret of at least 32 characters");

let server: Server;
let seen: IncomingHttpHeaders[];
let warned: MockInstance<typeof log.warn>;
let said: MockInstance<typeof console.log>;
beforeEach(() => {
  seen = [];
  warned = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  said = vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => server.close());

/** A portal that only notes what it hears, behind so many proxies. */
async function open(hops: number) {
  const isLed = doorway(own, hops);
  server = createServer((request, response) => {
    if (isLed(request, response)) return;
    seen.push({ ...request.headers });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}

type Answer = { status?: number; headers: IncomingHttpHeaders };
const send = (headers: Record<string, string | string[]>, path = "/my", method = "GET") =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    ask({ port, path, method, headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, headers: answer.headers });
    })
      .once("error", reject)
      .end();
  });

describe("what a request says of its sender is replaced by what is known", () => {
  test.each([
    ["nobody's word, without a proxy", 0, "127.0.0.1"],
    ["the last entry, behind one", 1, "203.0.113.9"],
    ["the one before, behind two", 2, "198.51.100.1"],
  ])("%s", async (_what, hops, address) => {
    await open(hops);
    await send({ host: "portal.example.org", "x-forwarded-for": ["6.6.6.6, 198.51.100.1", "203.0.113.9:4711"] });
    expect(seen[0]).toMatchObject({
      "x-forwarded-for": address,
      "x-forwarded-host": "portal.example.org",
      "x-forwarded-proto": "https",
    });
    expect(warned).not.toHaveBeenCalled();
  });

  test("where it cannot be read, the log says so once, and not for those who ask whether the portal is well", async () => {
    await open(1);
    await send({ host: "portal.example.org" }, "/api/health");
    expect(warned).not.toHaveBeenCalled();
    for (const from of ["unknown", "", "_hidden"]) await send({ host: "portal.example.org", "x-forwarded-for": from });
    expect(warned).toHaveBeenCalledOnce();
    expect(JSON.stringify(warned.mock.calls)).not.toContain("_hidden");
  });

  test("what the portal asks of itself keeps the sender, and nobody else can say that they are the portal", async () => {
    await open(1);
    await send({ host: "portal.example.org", "x-forwarded-for": "203.0.113.9", "x-portal-inside": "guessed" });
    const again = seen[0] as Record<string, string>;
    expect(again["x-portal-inside"]).not.toBe("guessed");
    await send({ ...again, host: "127.0.0.1:3000" });
    expect(seen[1]).toMatchObject({ "x-forwarded-for": "203.0.113.9", "x-forwarded-host": "portal.example.org" });
  });
});

describe("a browser at another address", () => {
  test("is led to the portal's own, said once at the terminal", async () => {
    await open(1);
    for (const host of ["www.portal.example.org", "server:3000"]) {
      const { status, headers } = await send({ host }, "/my?page=2");
      expect([status, headers.location]).toEqual([307, `${own}/my?page=2`]);
      expect(headers["cache-control"]).toBe("no-store");
    }
    expect(seen).toEqual([]);
    expect(said).toHaveBeenCalledOnce();
    expect(String(said.mock.calls)).toContain("www.portal.example.org");
  });

  test("is known by the proxy's word where there is one, and by nobody's without", async () => {
    await open(1);
    const there = { host: "upstream", "x-forwarded-host": "portal.example.org", "x-forwarded-proto": "https" };
    expect((await send(there)).status).toBe(200);
    expect((await send({ host: "upstream", forwarded: 'host="portal.example.org";proto=https' })).status).toBe(200);
    expect((await send({ ...there, "x-forwarded-proto": "http" })).status).toBe(307);
    server.close();
    await open(0);
    expect((await send(there)).status).toBe(307);
  });

  test("that a proxy hides is led once and then served, and the terminal says what the proxy should pass on", async () => {
    await open(1);
    const first = await send({ host: "upstream" });
    expect(first.status).toBe(307);
    const [cookie = ""] = first.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/; Path=\/; Max-Age=5; HttpOnly; SameSite=Lax; Secure$/);
    expect(cookie).toContain(cookieName("led"));
    said.mockClear();
    for (let n = 0; n < 2; n++) {
      expect((await send({ host: "upstream", cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
    }
    expect(said).toHaveBeenCalledOnce();
    expect(String(said.mock.calls)).toContain("upstream");
  });
});

describe("a form", () => {
  const hostFor = async (headers: Record<string, string>) => {
    await send(headers, "/forgot", "POST");
    return seen.at(-1)?.["x-forwarded-host"];
  };

  test("of a page at another address reaches the portal, which can say so", async () => {
    await open(1);
    expect(await hostFor({ host: "server:3000", origin: "http://server:3000" })).toBe("server:3000");
    expect(await hostFor({ host: "www.example.org", origin: "https://WWW.example.org:443" })).toBe("www.example.org");
  });

  test("of another site does not pass for the portal's", async () => {
    await open(1);
    for (const origin of ["https://evil.example", "null", "not an origin"]) {
      expect(await hostFor({ host: "server:3000", origin })).toBe("portal.example.org");
    }
  });
});
