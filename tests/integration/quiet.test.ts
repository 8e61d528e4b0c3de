import { beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { listEntriesByIds } from "@/lib/journal/queries";
import { leaveQuiet } from "@/lib/quiet/commands";
import { findPeopleToCall } from "@/lib/quiet/queries";
import { isQuiet } from "@/lib/quiet/rules";
import { makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

let acting: Actor | null = null;
let fromElsewhere = false;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  findActor: async () => acting,
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "sec-fetch-site": fromElsewhere ? "cross-site" : "same-origin" }),
}));
const { GET, POST } = await import("@/app/api/fragments/route");

beforeEach(() => {
  acting = null;
  fromElsewhere = false;
});

const fragment = (fields: object = {}) => ({
  id: newId(),
  text: "light, door",
  colour: "gold",
  at: new Date().toISOString(),
  ...fields,
});

function send(body: object, writer: string) {
  const text = JSON.stringify(body);
  const headers = { "content-type": "application/json", "content-length": String(text.length), "x-writer": writer };
  return POST(new Request("http://localhost/api/fragments", { method: "POST", headers, body: text }));
}

const whoIsHere = () => GET(new Request("http://localhost/api/fragments"));

const entriesOf = (patient: Actor, id: string) => read(patient, (db) => listEntriesByIds(db, [id]));

test("quiet mode comes with a dose, goes when it is left, and comes again with the next", async () => {
  const { patient } = await makeTrio();
  const quiet = async (doseAt: Date, at = new Date()) => {
    const { quietLeftAt: leftAt } = await read(patient, (db) => findFit(db, patient.personId));
    return isQuiet({ doseAt, leftAt, at });
  };
  const anHourAgo = new Date(Date.now() - 3_600_000);
  expect(await quiet(anHourAgo)).toBe(true);
  await leaveQuiet(patient);
  expect(await quiet(anHourAgo)).toBe(false);
  const later = new Date(Date.now() + 1_000);
  expect(await quiet(later, later)).toBe(true);
});

test("leaving keeps how the portal fits, and the log says no more than that", async () => {
  const { patient } = await makeTrio();
  await leaveQuiet(patient);
  await leaveQuiet(patient);
  const fit = await read(patient, (db) => findFit(db, patient.personId));
  expect(fit).toMatchObject({ version: 1, pacing: "none", quietLeftAt: expect.any(Date) });
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "fit.change" } }));
  expect(entries[0]).toMatchObject({ subject: "quiet", subjectId: null, patientId: patient.personId });
});

test("nobody leaves it for a patient", async () => {
  const { therapist, companion, admin } = await makeTrio();
  for (const other of [therapist, companion, admin]) {
    await expect(leaveQuiet(other)).rejects.toMatchObject({ code: "refused" });
  }
});

test("whom to call: the clinic's number, and the companions with access", async () => {
  const { patient, companion, clinicId } = await makeTrio();
  await asSuperuser((sql) => sql.query(`update "Clinic" set "phone" = '+1 555 010 0199' where id = $1`, [clinicId]));
  const people = () => read(patient, (db) => findPeopleToCall(db, patient.personId));
  expect(await people()).toMatchObject({ clinic: { phone: "+1 555 010 0199" }, companions: [] });
  await makeGrant(patient, companion);
  expect((await people()).companions).toEqual(["Sam"]);
});

test("a fragment that a device sends three times is in the journal once", async () => {
  const { patient } = await makeTrio();
  acting = patient;
  const sent = fragment();
  for (let times = 0; times < 3; times++) expect((await send(sent, patient.personId)).status).toBe(200);
  expect(await entriesOf(patient, sent.id)).toMatchObject([{ kind: "fragment", text: "light, door", colour: "gold" }]);
});

test("what was left under one name is not sent under another, nor by anybody but a patient, nor from elsewhere", async () => {
  const { patient, therapist, clinicId } = await makeTrio();
  const other = await makePerson(clinicId, "patient");
  const sent = fragment();
  expect((await send(sent, patient.personId)).status).toBe(401);
  acting = other;
  expect((await send(sent, patient.personId)).status).toBe(401);
  acting = therapist;
  expect((await send(sent, therapist.personId)).status).toBe(404);
  acting = patient;
  fromElsewhere = true;
  expect((await send(sent, patient.personId)).status).toBe(403);
  expect(await entriesOf(patient, sent.id)).toEqual([]);
});

test("a fragment with another's id is refused, and theirs stays as it was", async () => {
  const { patient, clinicId } = await makeTrio();
  const other = await makePerson(clinicId, "patient");
  const sent = fragment();
  acting = patient;
  await send(sent, patient.personId);
  acting = other;
  expect((await send({ ...sent, text: "mine" }, other.personId)).status).toBe(404);
  expect(await entriesOf(patient, sent.id)).toMatchObject([{ text: "light, door" }]);
});

test("what is no fragment is refused without a word of it in the answer", async () => {
  const { patient } = await makeTrio();
  acting = patient;
  const answer = await send(fragment({ id: "x", text: "secret" }), patient.personId);
  expect([answer.status, (await answer.text()).includes("secret")]).toEqual([422, false]);
  expect((await send(fragment({ text: "x".repeat(30_000) }), patient.personId)).status).toBe(413);
});

test("only a patient who is signed in learns who is here, and nothing of it may be stored", async () => {
  const { patient, therapist } = await makeTrio();
  expect((await whoIsHere()).status).toBe(401);
  acting = therapist;
  expect((await whoIsHere()).status).toBe(404);
  acting = patient;
  const answer = await whoIsHere();
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toMatchObject({ personId: patient.personId, companions: [] });
});
