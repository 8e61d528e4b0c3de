import { expect, test } from "vitest";
import { read } from "@/lib/core/db";
import { addAction, changeAction, letGoOfGoal, setGoal, takeUpGoal } from "@/lib/goals/commands";
import { findGoal, listGoals } from "@/lib/goals/queries";
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
