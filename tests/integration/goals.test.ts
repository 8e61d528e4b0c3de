import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { addAction, changeAction, letGoOfGoal, setGoal, takeUpGoal } from "@/lib/goals/commands";
import { findGoal, listGoals, listStepsOf, listStepsWithoutGoal } from "@/lib/goals/queries";
import { putAway, saveEntry } from "@/lib/journal/commands";
import { share } from "@/lib/sharing/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeSession, makeTrio } from "../support/companions";

const anger = { from: "I shout when I come home", to: "A quiet first hour", success: "We eat together", version: 0 };

test("a patient writes a goal for the course, and it is theirs alone", async () => {
  const { patient, therapist } = await makeTrio();
  await makeSession(therapist, patient, 24);
  const id = await setGoal(patient, anger);
  const goals = await read(patient, (db) => listGoals(db, patient.personId));
  expect(goals).toMatchObject([{ id, from: anger.from, to: anger.to, success: anger.success, letGoAt: null }]);
  expect(await read(therapist, (db) => listGoals(db, patient.personId))).toEqual([]);
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "goal.set" } }));
  expect(entries).toMatchObject([{ patientId: patient.personId, subject: "goal", subjectId: id }]);
});

test("small actions are added, done, taken up again and let go", async () => {
  const { patient } = await makeTrio();
  const goalId = await setGoal(patient, anger);
  const actionId = await addAction(patient, { goalId, text: "Sit in the car for a minute" });
  for (const state of ["done", "open", "letGo"] as const) {
    await changeAction(patient, { actionId, state });
    expect(await read(patient, (db) => findGoal(db, goalId))).toMatchObject({ actions: [{ id: actionId, state }] });
  }
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "goalAction.change" } }));
  expect(entries).toHaveLength(3);
  expect(entries[0]).toMatchObject({ subjectId: goalId, patientId: patient.personId });
});

test("a goal changed in two windows: the second is shown both texts", async () => {
  const { patient } = await makeTrio();
  const goalId = await setGoal(patient, anger);
  await setGoal(patient, { ...anger, goalId, to: "A walk before I come in", version: 1 });
  const stale = setGoal(patient, { ...anger, goalId, to: "Something else", version: 1 });
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { to: "A walk before I come in", version: "2" } },
  });
  expect(await read(patient, (db) => findGoal(db, goalId))).toMatchObject({
    to: "A walk before I come in",
    version: 2,
  });
});

test("a goal that was let go stays readable, takes nothing new, and can be taken up again", async () => {
  const { patient } = await makeTrio();
  const goalId = await setGoal(patient, anger);
  await letGoOfGoal(patient, { goalId });
  expect((await read(patient, (db) => findGoal(db, goalId)))?.letGoAt).toBeInstanceOf(Date);
  await expect(addAction(patient, { goalId, text: "One more" })).rejects.toThrow("You let go of this goal");
  await takeUpGoal(patient, { goalId });
  await addAction(patient, { goalId, text: "One more" });
  expect((await read(patient, (db) => findGoal(db, goalId)))?.actions).toHaveLength(1);
});

async function page(actor: Actor) {
  const entryId = newId();
  const words = { kind: "page", prompt: "", colour: "", title: "", text: "I hung it up", spoken: false } as const;
  await saveEntry(actor, { ...words, entryId, version: 0, moods: [] });
  return entryId;
}

test("a page grows a small action, by itself or towards a goal, and each leads back to the page", async () => {
  const { patient } = await makeTrio();
  const [goalId, entryId] = [await setGoal(patient, anger), await page(patient)];
  const alone = await addAction(patient, { entryId, text: "Hang it up" });
  const both = await addAction(patient, { entryId, goalId, text: "Then say hello" });
  await changeAction(patient, { actionId: alone, state: "done" });
  const steps = await read(patient, (db) => listStepsOf(db, entryId));
  expect(steps.map(({ id, state }) => [id, state])).toEqual([
    [alone, "done"],
    [both, "open"],
  ]);
  const withoutGoal = await read(patient, (db) => listStepsWithoutGoal(db, patient.personId));
  expect(withoutGoal).toMatchObject([{ id: alone, entry: { id: entryId } }]);
  expect(await read(patient, (db) => findGoal(db, goalId))).toMatchObject({ actions: [{ entry: { id: entryId } }] });
  const entries = await read(patient, (db) =>
    db.auditEntry.findMany({ where: { verb: { startsWith: "goalAction" } } }),
  );
  expect(entries.map(({ subject, subjectId }) => [subject, subjectId])).toEqual([
    ["entry", entryId],
    ["goal", goalId],
    ["entry", entryId],
  ]);
});

test("an action stands on something, and not on a page that was put away or is another's", async () => {
  const { patient, therapist, companion, clinicId } = await makeTrio();
  const entryId = await page(patient);
  await expect(addAction(patient, { text: "Out of nothing" })).rejects.toMatchObject({ code: "invalid" });
  const grow = (actor: Actor) => addAction(actor, { entryId, text: "x" });
  for (const other of [therapist, companion]) await expect(grow(other)).rejects.toMatchObject({ code: "refused" });
  await expect(grow(await makePerson(clinicId, "patient"))).rejects.toMatchObject({ code: "not-found" });
  await grow(patient);
  await putAway(patient, { entryId });
  await expect(grow(patient)).rejects.toMatchObject({ code: "conflict" });
  expect(await read(patient, (db) => listStepsWithoutGoal(db, patient.personId))).toHaveLength(1);
});

test("a therapist who reads a shared goal sees its actions, and not the page one grew from", async () => {
  const { patient, therapist } = await makeTrio();
  const [goalId, entryId] = [await setGoal(patient, anger), await page(patient)];
  await addAction(patient, { entryId, goalId, text: "Hang it up" });
  await share(patient, { subject: "goal", subjectId: goalId, audience: "careTeam" });
  const goal = await read(therapist, (db) => findGoal(db, goalId));
  expect(goal?.actions).toMatchObject([{ text: "Hang it up", entry: null }]);
});

test("nobody else writes it: staff and companions are refused, other patients find nothing", async () => {
  const { patient, therapist, companion, admin, clinicId } = await makeTrio();
  const goalId = await setGoal(patient, anger);
  const actionId = await addAction(patient, { goalId, text: "Walk home" });
  const acts = (actor: typeof patient) => [
    () => setGoal(actor, { ...anger, goalId, version: 1 }),
    () => letGoOfGoal(actor, { goalId }),
    () => takeUpGoal(actor, { goalId }),
    () => addAction(actor, { goalId, text: "x" }),
    () => changeAction(actor, { actionId, state: "done" }),
  ];
  for (const other of [therapist, companion, admin]) {
    for (const act of acts(other)) await expect(act()).rejects.toMatchObject({ code: "refused" });
  }
  const elsewhere = await makeClinic({ name: "Another clinic" });
  for (const clinic of [clinicId, elsewhere.clinicId]) {
    for (const act of acts(await makePerson(clinic, "patient"))) {
      await expect(act()).rejects.toMatchObject({ code: "not-found" });
    }
  }
});
