import { describe, expect, test } from "vitest";
import { proxiesInFront } from "@/lib/core/env";
import { forwardedValues, networkOf, readAddress, senderOf } from "@/lib/core/senders";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  [" 203.0.113.9 ", "203.0.113.9"],
  ["203.0.113.9:51234", "203.0.113.9"],
  ['"203.0.113.9:51234"', "203.0.113.9"],
  ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["[2001:db8::1]:4711", "2001:db8::1"],
  ['"[2001:db8::1]:4711"', "2001:db8::1"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["::ffff:cb00:7109", "203.0.113.9"],
  ["[::FFFF:203.0.113.9]:80", "203.0.113.9"],
  ["fe80::1%eth0", "fe80::1"],
  ["[fe80::1%25eth0]:80", "fe80::1"],
  ["unknown", undefined],
  ["_hidden", undefined],
  ["203.0.113.999", undefined],
  ["203.0.113.9 or so", undefined],
  ["[203.0.113.9", undefined],
  ["", undefined],
])("a proxy writes %s, and %s is read", (written, address) => expect(readAddress(written)).toBe(address));

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8::/64"],
  ["::1", "::/64"],
  ["unknown", "unknown"],
])("%s counts as %s", (address, network) => expect(networkOf(address)).toBe(network));

describe("a Forwarded header", () => {
  const header = 'for=192.0.2.43;proto=https, For="[2001:db8:cafe::17]:4711" ; host="a,b.example", by=203.0.113.43';
  test("is read with its quotes, spaces and commas", () => {
    expect(forwardedValues(header, "for")).toEqual(["192.0.2.43", "[2001:db8:cafe::17]:4711"]);
    expect(forwardedValues(header, "host")).toEqual(["a,b.example"]);
    expect(forwardedValues(header, "proto")).toEqual(["https"]);
    expect(forwardedValues(undefined, "for")).toEqual([]);
  });
});

describe("who sends", () => {
  const peer = "::ffff:127.0.0.1";
  const forged = "198.51.100.1, 203.0.113.9";

  test.each([
    [0, { peer, forwardedFor: forged }, "127.0.0.1"],
    [1, { peer, forwardedFor: forged }, "203.0.113.9"],
    [1, { peer, forwardedFor: "198.51.100.1,,203.0.113.9:80 ," }, "203.0.113.9"],
    [2, { peer, forwardedFor: `6.6.6.6, ${forged}` }, "198.51.100.1"],
    [2, { peer, forwardedFor: "203.0.113.9" }, "203.0.113.9"],
    [1, { peer, forwarded: 'for=6.6.6.6, for="[2001:db8::1]:80"' }, "2001:db8::1"],
    [1, { peer, forwardedFor: "2001:db8::1", forwarded: 'for="[2001:DB8::1]"' }, "2001:db8::1"],
  ])("behind %i proxies, with %j, is %s", (hops, told, address) => {
    expect(senderOf(told, hops)).toEqual({ address });
  });

  test.each([
    ["missing", {}],
    ["missing", { forwardedFor: " , " }],
    ["unreadable", { forwardedFor: "203.0.113.9, unknown" }],
    ["unreadable", { forwarded: "for=_hidden" }],
    ["contradicting", { forwardedFor: "203.0.113.9", forwarded: "for=6.6.6.6" }],
    ["contradicting", { forwardedFor: "203.0.113.9", forwarded: "for=unknown" }],
  ])("is the proxy itself where its word is %s: %j", (trouble, told) => {
    expect(senderOf({ peer: "10.0.0.2", ...told }, 1)).toEqual({ address: "10.0.0.2", trouble });
  });
});

test.each([
  ["http://localhost:3000", undefined, 0],
  ["https://portal.example.org", undefined, 1],
  ["https://portal.example.org", 0, 0],
  ["http://localhost:3000", 2, 2],
])("in front of %s with TRUST_PROXY %s stand %i", (origin, TRUST_PROXY, hops) => {
  expect(proxiesInFront(origin, { TRUST_PROXY })).toBe(hops);
});
