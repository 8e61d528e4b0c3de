import { expect, test } from "vitest";
import { editClinic } from "@/lib/clinic/commands";
import { findClinic } from "@/lib/clinic/queries";
import { clinicInput } from "@/lib/clinic/schema";
import { read } from "@/lib/core/db";
import { makeClinic } from "@/prisma/seed/factories";
import { entriesOf, makeOthers } from "../support/admin";

const typed = (changes: object = {}) => ({
  version: "1",
  name: "Riverside",
  timeZone: "America/Chicago",
  phone: "555 0123",
  crisisText: "Call us between 8 and 20.",
  staffIdleMinutes: "10",
  patientIdleMinutes: "90",
  absoluteHours: "8",
  grantDays: "21",
  lookInMinutes: "20",
  releaseAtOnce: "no",
  ...changes,
});

test("an admin changes the settings, and the log says who", async () => {
  const { clinicId, admin } = await makeClinic();
  await editClinic(admin, clinicInput.parse(typed()));
  expect(await read(admin, findClinic)).toMatchObject({
    name: "Riverside",
    timeZone: "America/Chicago",
    staffIdleMinutes: 10,
    releaseAtOnce: false,
    version: 2,
  });
  expect(await entriesOf(admin, "clinic.edit")).toMatchObject([{ actorId: admin.personId, subjectId: clinicId }]);
});

test("a second admin who saves old settings sees the newer ones beside theirs", async () => {
  const { admin } = await makeClinic();
  await editClinic(admin, clinicInput.parse(typed({ phone: "555 0199" })));
  await expect(editClinic(admin, clinicInput.parse(typed()))).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { phone: "555 0199", version: "2", releaseAtOnce: "no", grantDays: "21" } },
  });
});

test("nobody but the clinic's admin changes its settings", async () => {
  const { clinicId, admin } = await makeClinic();
  for (const [who, actor] of await makeOthers(clinicId))
    if (actor.clinicId === clinicId)
      await expect(editClinic(actor, clinicInput.parse(typed())), who).rejects.toMatchObject({ code: "refused" });
    else await editClinic(actor, clinicInput.parse(typed()));
  expect(await read(admin, findClinic)).toMatchObject({ name: "Riverbend Clinic", version: 1 });
});

test.each([
  ["a zone that does not exist", { timeZone: "Moon/Sea_of_Tranquility" }],
  ["no idle limit", { staffIdleMinutes: "0" }],
  ["an idle limit of a day", { patientIdleMinutes: "1440" }],
  ["a sign-in of a week", { absoluteHours: "168" }],
  ["half an hour", { absoluteHours: "0.5" }],
  ["companions for ever", { grantDays: "9999" }],
  ["nothing where a number belongs", { grantDays: "" }],
  ["no name", { name: "  " }],
])("settings out of bounds are refused: %s", (_what, changes) => {
  expect(clinicInput.safeParse(typed(changes)).error?.issues[0]?.path).toEqual(Object.keys(changes));
});
