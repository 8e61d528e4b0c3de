import { expect, test } from "vitest";
import {
  confirmedBy,
  otherWords,
  ownStandingWords,
  reasonNotToAgree,
  sameAnswers,
  standingWords,
} from "@/lib/companions/agreements/rules";
import { agreementInput } from "@/lib/companions/agreements/schema";
import { datesState, isUnused } from "@/lib/companions/grants/dates/rules";
import { asksForName, nameOf } from "@/lib/companions/grants/rules";

const at = (version: number, patientVersion: number | null, companionVersion: number | null) => ({
  version,
  patientVersion,
  companionVersion,
});
const names = { patient: "Noor", companion: "Sam" };

test.each([
  [at(2, 2, 2), true, "Both confirmed", "You and Sam have both confirmed this. It stands."],
  [
    at(2, 2, 1),
    false,
    "Sam has not confirmed this version yet",
    "You have confirmed this version. Sam has not confirmed it yet.",
  ],
  [
    at(2, 1, 2),
    false,
    "Noor has not confirmed this version yet",
    "Sam has confirmed this version. It stands once you do too.",
  ],
  [at(1, null, null), false, "Nobody has confirmed this version yet", "It stands once both of you have confirmed it."],
])("an agreement stands once both said yes to the same version: %o", (agreement, stands, team, patient) => {
  expect(confirmedBy(agreement).stands).toBe(stands);
  expect(standingWords(agreement, names)).toBe(team);
  expect(ownStandingWords(agreement, "patient", "Sam")).toBe(patient);
});

test("a companion is told the same from their side", () => {
  expect(ownStandingWords(at(2, 2, 1), "companion", "Noor")).toBe(
    "Noor has confirmed this version. It stands once you do too.",
  );
});

test("an agreement can change until the session begins", () => {
  for (const state of ["scheduled", "checkedIn"] as const) expect(reasonNotToAgree({ state })).toBeNull();
  for (const state of ["inProgress", "completed"] as const) expect(reasonNotToAgree({ state })).toContain("has begun");
  for (const state of ["cancelled", "noShow"] as const)
    expect(reasonNotToAgree({ state })).toContain("did not take place");
});

test("answers are the same where they say the same", () => {
  expect(sameAnswers({}, { touch: {} })).toBe(true);
  expect(sameAnswers({ touch: { choice: "no" } }, { touch: { choice: "no", free: " " } })).toBe(true);
  expect(sameAnswers({ touch: { choice: "no" } }, { touch: { choice: "yes" } })).toBe(false);
  expect(sameAnswers({ ride: { free: "Taxi" } }, {})).toBe(false);
});

test("what the other wrote meanwhile is told part by part", () => {
  expect(
    otherWords(
      { touch: { choice: "no" }, light: { choice: "soft" } },
      { light: { choice: "soft" }, ride: { choice: "taxi" } },
    ),
  ).toEqual(["Touch: No touch.", "The way home: left open"]);
});

test("the form becomes answers, and what was left open is not in them", () => {
  const ids = { sessionId: "0198c1f2-0000-7000-8000-000000000001", grantId: "0198c1f2-0000-7000-8000-000000000002" };
  const form = {
    ...ids,
    version: "0",
    touch: "asked",
    touchFree: " My left hand ",
    light: "",
    soundFree: "",
    callsFree: "Ana, 555 0100",
  };
  expect(agreementInput.parse(form)).toEqual({
    ...ids,
    version: 0,
    answers: { touch: { choice: "asked", free: "My left hand" }, calls: { free: "Ana, 555 0100" } },
  });
  expect(agreementInput.safeParse({ ...form, touch: "maybe" }).success).toBe(false);
  expect(agreementInput.safeParse({ ...form, touchFree: "x".repeat(401) }).success).toBe(false);
});

test("a name goes only where it was asked for and agreed to", () => {
  const day = new Date("2026-11-21T12:00:00Z");
  expect(nameOf({ companionName: "Sam", nameGoneAt: null })).toBe("Sam");
  expect(nameOf({ companionName: "Sam", nameGoneAt: day })).toBe("A former companion");
  expect(asksForName({ nameAskedAt: day, nameGoneAt: null })).toBe(true);
  expect(asksForName({ nameAskedAt: day, nameGoneAt: day })).toBe(false);
  expect(asksForName({ nameAskedAt: null, nameGoneAt: null })).toBe(false);
});

const now = new Date("2026-11-21T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const dates = {
  id: "1",
  createdAt: hours(-99),
  acceptedAt: hours(-90),
  endedAt: null,
  suspended: false,
  lastUsedAt: hours(-2),
  until: null,
};

test.each([
  ["live", {}],
  ["live", { until: hours(24 * 7 + 1) }],
  ["expiring", { until: hours(24 * 7) }],
  ["ended", { until: now }],
  ["ended", { endedAt: hours(-1) }],
  ["ended", { suspended: true }],
  ["waiting", { acceptedAt: null }],
] as const)("the admin sees access as %s: %o", (state, change) => {
  expect(datesState({ ...dates, ...change }, now)).toBe(state);
});

test("access is unused until its companion has come back after accepting it", () => {
  expect(isUnused(dates)).toBe(false);
  expect(isUnused({ ...dates, lastUsedAt: hours(-89.5) })).toBe(true);
  expect(isUnused({ ...dates, lastUsedAt: null })).toBe(true);
  expect(isUnused({ ...dates, acceptedAt: null, lastUsedAt: null })).toBe(true);
});
