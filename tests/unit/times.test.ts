import { expect, test } from "vitest";
import { shiftOf } from "@/scripts/lib/times";

const hour = 3_600;
const kept = { proven: false, empty: false, isUtc: false, offset: 0, ahead: 12, odd: 0 };
const vienna = { ...kept, offset: hour };
const newYork = { ...kept, offset: -5 * hour };

test.each([
  ["a machine that always was in UTC", { ...kept, isUtc: true }, "UTC"],
  ["a database that was migrated long before it served, in UTC", { ...kept, isUtc: true, ahead: 90_000 }, "UTC"],
  ["a database that this version began in Vienna", vienna, "Europe/Vienna"],
  ["a database from UTC that was restored in New York", newYork, "America/New_York"],
  ["a database without a clinic", { ...vienna, empty: true, ahead: hour + 12 }, "Europe/Vienna"],
  ["a database that was looked at before", { ...newYork, proven: true, ahead: -5 * hour + 12 }, "America/New_York"],
  ["a database that never served", { ...newYork, ahead: null }, "America/New_York"],
])("%s is right", (_what, signs, zone) => {
  expect(shiftOf(signs, zone)).toBeUndefined();
});

test.each([
  ["begun in New York", { ...newYork, ahead: -5 * hour + 12 }, "America/New_York", "America/New_York"],
  ["begun in Vienna", { ...vienna, ahead: hour + 12 }, "Europe/Vienna", "Europe/Vienna"],
  ["begun in New York, and restored in UTC", { ...kept, isUtc: true, ahead: -5 * hour + 12 }, "UTC", undefined],
  ["begun in New York, and restored in Vienna", { ...vienna, ahead: -5 * hour + 12 }, "Europe/Vienna", undefined],
  [
    "migrated a day before it served, in New York",
    { ...newYork, ahead: 19 * hour, odd: 3 },
    "America/New_York",
    undefined,
  ],
  ["of a zone that is UTC in winter only", kept, "Europe/London", "Europe/London"],
  ["migrated a day before it served, in Vienna", { ...vienna, ahead: 25 * hour }, "Europe/Vienna", "Europe/Vienna"],
])("a database %s is found, with the zone where that can be told", (_what, signs, plain, zone) => {
  expect(shiftOf(signs, plain)).toMatchObject({ zone });
});
