import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import manifest from "@/app/manifest";
import { newId } from "@/client/ids";
import { id } from "@/lib/core/fields";
import { isQuiet } from "@/lib/quiet/rules";
import { fragmentInput } from "@/lib/quiet/schema";

const dose = new Date("2026-11-19T17:00:00Z");
const later = (hours: number, ms = 0) => new Date(dose.getTime() + hours * 3_600_000 + ms);

describe("quiet mode comes by itself", () => {
  test.each([
    ["there has been no dose", { doseAt: null, leftAt: null, at: later(1) }, false],
    ["the dose has just ended", { doseAt: dose, leftAt: null, at: dose }, true],
    ["the dose is a moment ahead", { doseAt: dose, leftAt: null, at: later(0, -1) }, false],
    ["24 hours are nearly over", { doseAt: dose, leftAt: null, at: later(24, -1) }, true],
    ["24 hours are over", { doseAt: dose, leftAt: null, at: later(24) }, false],
    ["it was left before the dose", { doseAt: dose, leftAt: later(-1), at: later(2) }, true],
    ["it was left as the dose ended", { doseAt: dose, leftAt: dose, at: later(2) }, false],
    ["it was left since the dose", { doseAt: dose, leftAt: later(1), at: later(2) }, false],
  ])("when %s: %#", (_when, moment, expected) => {
    expect(isQuiet(moment)).toBe(expected);
  });
});

describe("a fragment from a device", () => {
  const whole = { id: newId(), text: "a coat", colour: "ember", at: "2026-11-19T18:00:00.000Z" };

  test("is taken with its words, its colour and its time", () => {
    expect(fragmentInput.parse(whole)).toEqual({ ...whole, at: new Date(whole.at) });
  });

  test("needs no words, and an unknown colour is left out", () => {
    expect(fragmentInput.parse({ ...whole, text: undefined, colour: "red; x" })).toMatchObject({
      text: "",
      colour: "",
    });
  });

  test("is refused with a strange id, a strange time, or far too many words", () => {
    const bad = [{ id: "1" }, { at: "yesterday" }, { text: "x".repeat(1_001) }];
    for (const wrong of bad) expect(fragmentInput.safeParse({ ...whole, ...wrong }).success).toBe(false);
  });

  test("has an id of the device's own, later ones after earlier ones, be it in one millisecond", () => {
    const ids = Array.from({ length: 50 }, newId);
    for (const one of ids) expect(id().safeParse(one).success).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe("what a device keeps for quiet mode", () => {
  const worker = readFileSync("public/sw.js", "utf8");

  test("the worker names no page of anybody's, and no answer of the portal, as something to keep", () => {
    expect(worker).not.toMatch(/\/api\//);
    expect(worker.match(/caches?\.(put|add|addAll)\([^)]*\)/g)).toEqual([
      "cache.put(page, marked(answer, html)",
      "cache.put(part, answer.clone()",
      "cache.add(href)",
    ]);
    expect(worker).toContain('const page = "/quiet"');
    expect(worker.match(/"\/my[^"]*"/g)).toEqual(['"/my"', '"/my/"']);
  });

  test("the page is kept without the sign-in, and parts only from the portal's own build", () => {
    expect(worker.match(/credentials: "omit"/g)).toHaveLength(2);
    expect(worker).toMatch(/_next\\\/static/);
  });

  test("the page and its parts read nothing of anybody on the server", () => {
    for (const file of ["app/quiet/page.tsx", "app/quiet/layout.tsx"]) {
      expect(readFileSync(file, "utf8"), file).not.toMatch(/requireActor|findActor|read\(|cookies|headers/);
    }
  });

  test("the portal can be installed, and begins at today", () => {
    const { start_url, display, icons = [] } = manifest();
    expect([start_url, display]).toEqual(["/my", "standalone"]);
    for (const { src } of icons) expect(readFileSync(`public${src}`).subarray(1, 4).toString()).toBe("PNG");
  });
});
