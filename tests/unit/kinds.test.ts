import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kindNames, kinds, patientPageOf, shareable, therapistPageOf } from "@/lib/core/kinds";
import { verbs } from "@/lib/core/permissions";
import { pageAt } from "../support/routes";
import { sight } from "../support/sight";

/** Tables of a patient's record that hold no thing of it, and why. */
const noThing: Record<string, string> = {
  AuditEntry: "What others did stands in “Who opened what”",
  Book: "It is made of the record",
  CareTeamMember: "Who treats whom is the clinic's",
  LookIn: "A companion's ticks in the room",
  PsychotherapyNote: "It is its author's alone",
  RecallItem: "How things lie on the desk; the things are kinds themselves",
  SessionChange: "The care team's reasons",
  Share: "Who reads a thing is told on the thing",
  ShareSeen: "Who has seen a thing is told on the thing",
  StaffCall: "The staff's work in the room",
  Suspension: "The care team's reasons",
};

const tables = readdirSync("prisma/schema").flatMap((file) =>
  [...readFileSync(`prisma/schema/${file}`, "utf8").matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(
    ([, name = "", body = ""]) => ({
      name,
      isOfRecord: /^ {2}patientId /m.test(body),
    }),
  ),
);
const ofRecord = tables.filter(({ isOfRecord }) => isOfRecord).map(({ name }) => name);

test("every table of a patient's record belongs to one kind, or is named with its reason", () => {
  const inKinds = kindNames.flatMap((name) => kinds[name].tables);
  expect([...inKinds, ...Object.keys(noThing)].sort()).toEqual(ofRecord.sort());
});

test.each(kindNames)("%s is called like its table, has words, and is seen by whom the walls let", (name) => {
  const { tables, words, seenBy } = kinds[name];
  expect(tables[0]).toBe(name.charAt(0).toUpperCase() + name.slice(1));
  for (const word of Object.values(words)) expect(word).toBeTruthy();
  const roles = Object.keys(sight[tables[0]] ?? { patient: [] }).map((who) =>
    who.replace(/^.*(Therapist|Companion|Patient)$/, "$1").toLowerCase(),
  );
  expect([...seenBy].sort()).toEqual([...new Set(roles)].sort());
});

test.each(kindNames)("%s opens on a page that there is, for its patient and for a therapist", (name) => {
  const spot = { id: "one", ref: "other" };
  expect(pageAt(patientPageOf(name, spot)), patientPageOf(name, spot)).not.toBeNull();
  if (!kinds[name].seenBy.includes("therapist")) return;
  expect(pageAt(therapistPageOf(name, "patient", spot)), therapistPageOf(name, "patient", spot)).not.toBeNull();
});

test("whatever can be shared can be shared with the care team, and whoever it is shared with is among those who may see it", () => {
  for (const name of shareable) {
    expect(kinds[name].shared?.with, name).toContain("careTeam");
    expect(kinds[name].seenBy.includes("companion"), name).toBe(
      kinds[name].shared?.with.includes("companion") || name === "companionNote",
    );
  }
  expect(patientPageOf("nothing", { id: "one", ref: null })).toBe("/my/path?view=list");
});

test.each([
  ["verbs", verbs],
  ["kind", kinds],
])("no name stands in two files called %s.ts", (file, all) => {
  const files = (readdirSync("lib", { recursive: true, encoding: "utf8" }) as string[]).filter((name) =>
    name.endsWith(`/${file}.ts`),
  );
  const names = files
    .flatMap((name) => [
      ...readFileSync(`lib/${name}`, "utf8").matchAll(
        file === "kind" ? /^ {2}(\w+): \{$/gm : /^ {2}"(\w+\.\w+)": \{/gm,
      ),
    ])
    .map(([, name]) => name);
  expect(names.sort()).toEqual(Object.keys(all).sort());
});
