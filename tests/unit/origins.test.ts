import { describe, expect, test } from "vitest";
import { readSettings } from "@/lib/core/env";
import { isLoopback, type Seen, whereToLead } from "@/lib/core/origins";

const own = "https://portal.example.org";
const at = (seen: Partial<Seen>, origin = own) =>
  whereToLead({ method: "GET", url: "/my?page=2", host: "portal.example.org", wasLed: false, ...seen }, origin);

test.each([
  ["http://localhost:3000", true],
  ["http://127.0.0.1:3000", true],
  ["http://127.9.0.1", true],
  ["http://[::1]:3000", true],
  ["http://127.0.0.1.example.org", false],
  ["http://localhost.example.org", false],
  ["http://192.168.1.5", false],
])("whether only this machine reaches %s: %s", (origin, expected) => expect(isLoopback(origin)).toBe(expected));

describe("whoever reads at another address is led to the portal's own, with the path and the query", () => {
  test.each([
    ["www", { host: "www.portal.example.org" }],
    ["the machine's name in the house", { host: "server:3000" }],
    ["a number", { host: "192.168.1.5:3000" }],
    ["http beside https, as the proxy says", { scheme: "http" }],
    ["no host that can be read", { host: "a b" }],
    ["a head without a body", { host: "server", method: "HEAD" }],
  ])("%s", (_what, seen) => expect(at(seen)).toBe(`${own}/my?page=2`));

  test("127.0.0.1 instead of localhost", () => {
    expect(at({ host: "127.0.0.1:3000" }, "http://localhost:3000")).toBe("http://localhost:3000/my?page=2");
  });

  test.each([
    ["//evil.example/x", `${own}/x`],
    ["http://evil.example/x", `${own}/x`],
    ["/\\evil.example", `${own}/`],
    ["/a/../b?to=https://evil.example", `${own}/b?to=https://evil.example`],
    ["//[", undefined],
  ])("and nowhere else, whatever is asked for: %s", (url, expected) => {
    expect(at({ host: "www.example.org", url })).toBe(expected);
  });
});

describe("nobody is led who", () => {
  test.each([
    ["is there already", {}],
    ["wrote the address in capitals, with its port", { host: "Portal.Example.ORG:443" }],
    ["sends something", { host: "server", method: "POST" }],
    ["asks whether the portal is well", { host: "10.0.0.7:3000", url: "/api/health" }],
    ["follows a stream", { host: "server", url: "/api/room/1/stream" }],
    ["fetches a part of a page", { host: "server", url: "/_next/static/a.js" }],
    ["was led a moment ago, by a proxy that hides the address", { host: "upstream", wasLed: true }],
    ["comes from a page of the portal", { host: "upstream", referrer: `${own}/my`, fetchSite: "same-origin" }],
    ["came by a safe way, though the last proxy says http", { scheme: "http", fetchMode: "navigate" }],
    ["sends no host", { host: undefined }],
  ])("%s", (_who, seen) => expect(at(seen)).toBeUndefined());

  test("but a page elsewhere that names the portal keeps nobody where they are", () => {
    expect(at({ host: "www.example.org", referrer: `${own}/my`, fetchSite: "cross-site" })).toBeDefined();
    expect(at({ host: "www.example.org", referrer: "https://evil.example/", fetchSite: "same-origin" })).toBeDefined();
  });
});

describe("the address of the portal is understood", () => {
  test.each([
    ["HTTPS://Portal.Example.ORG/", own],
    ["https://portal.example.org:443", own],
    ["http://localhost:80/", "http://localhost"],
    ["https://klinik-müller.example", "https://xn--klinik-mller-klb.example"],
  ])("%s", (written, origin) => expect(readSettings({ APP_ORIGIN: written }).APP_ORIGIN).toBe(origin));

  test.each(["https://a.example/portal", "https://a.example?x", "https://me@a.example"])("%s is none", (written) => {
    expect(() => readSettings({ APP_ORIGIN: written })).toThrow("an origin without a path");
  });
});

describe("a special character in a password", () => {
  test.each([
    ["DATABASE_URL", "postgresql://owner:geh/eim@db.example.org:5432/threshold"],
    ["DATABASE_URL", "postgresql://owner:12/geheim@db.example.org/threshold"],
    ["DATABASE_URL", "postgresql://owner:geh#eim@db.example.org:5432/threshold"],
    ["DATABASE_OWNER_URL", "postgres://owner:geh?eim@db.example.org/threshold"],
    ["DATABASE_OWNER_URL", "postgres://owner:100%geheim@db.example.org/threshold"],
    ["SMTP_URL", "smtps://me:geheim/@mail.example.org"],
  ])("of %s is answered with how to write it, and not repeated: %s", (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(`${name} cannot be read: a special character in its password must be written as its code`);
    expect(read).toThrow("/ as %2F");
    expect(read).not.toThrow(/geh|eim|owner:|db\.|mail\./);
  });

  test.each([
    "postgresql://owner:p%40ss%2Fword@db.example.org:5432/threshold",
    "postgresql://owner:p@ss@db.example.org/threshold",
    "postgresql://db.example.org:5432/threshold?application_name=a@b",
    "postgresql:///threshold?host=/var/run/postgresql",
  ])("that is written so is taken: %s", (value) => {
    expect(readSettings({ DATABASE_URL: value }).DATABASE_URL).toBe(value);
  });
});

test.each(["yes", "-1", "10", "1.5"])("TRUST_PROXY=%s is no number of proxies", (value) => {
  expect(() => readSettings({ TRUST_PROXY: value })).toThrow("how many proxies stand in front");
});
