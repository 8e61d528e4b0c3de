import { expect, test } from "vitest";
import { ageOn } from "@/lib/patients/rules";

test.each([
  ["1992-05-02", "2026-11-21", 34],
  ["1992-11-21", "2026-11-21", 34],
  ["1992-11-22", "2026-11-21", 33],
  ["2008-02-29", "2027-02-28", 18],
  ["2008-02-29", "2027-03-01", 19],
])("somebody born on %s is on %s of age %i", (born, day, age) => {
  expect(ageOn(born, day)).toBe(age);
});
