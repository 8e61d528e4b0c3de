import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { changeFit } from "@/lib/fit/commands";
import { findFit } from "@/lib/fit/queries";
import { firstFit } from "@/lib/fit/rules";
import { fitInput } from "@/lib/fit/schema";
import { makeTrio } from "../support/companions";

const wished = { textSize: "large", look: "plain", pacing: "gentle", fewerChoices: "on", timers: "on" };
const wish = (given: Record<string, string>) => fitInput.parse({ ...wished, ...given });
const fitOf = (reader: Actor, patient: Actor) => read(reader, (db) => findFit(db, patient.personId));

test("the portal fits everybody alike until a patient says how it fits them", async () => {
  const { patient } = await makeTrio();
  expect(await fitOf(patient, patient)).toEqual(firstFit);
  await changeFit(patient, wish({ relationshipWords: "my two partners\nchosen sister" }));
  expect(await fitOf(patient, patient)).toMatchObject({
    ...{ textSize: "large", look: "plain", pacing: "gentle", fewerChoices: true, shortPrompts: false, version: 1 },
    relationshipWords: ["my two partners", "chosen sister"],
  });
  await changeFit(patient, wish({ version: "1", textSize: "normal" }));
  expect(await fitOf(patient, patient)).toMatchObject({ textSize: "normal", relationshipWords: [], version: 2 });
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "fit.change" } }));
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({ patientId: patient.personId, subject: "fit", detail: null });
});

test("changed in two windows: the second is told what is kept now", async () => {
  const { patient } = await makeTrio();
  await changeFit(patient, wish({ relationshipWords: "chosen sister" }));
  for (const version of ["0", "7"]) {
    await expect(changeFit(patient, wish({ version, look: "warm" }))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("large text, plain look, fewer choices, timers, gentle versions first"),
      detail: { current: { version: "1", relationshipWords: "chosen sister" } },
    });
  }
  expect(await fitOf(patient, patient)).toMatchObject({ look: "plain", version: 1 });
});

test("it is the patient's alone: others neither read nor change it", async () => {
  const { patient, therapist, companion, admin } = await makeTrio();
  await changeFit(patient, wish({}));
  for (const other of [therapist, companion, admin]) {
    expect(await fitOf(other, patient)).toEqual(firstFit);
    await expect(changeFit(other, wish({}))).rejects.toMatchObject({ code: "refused" });
  }
});
