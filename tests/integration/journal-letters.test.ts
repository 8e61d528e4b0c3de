import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { dayOf, fromLocal, now } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { putAway, saveEntry, sealLetter } from "@/lib/journal/commands";
import {
  findEntry,
  listEntries,
  listEntriesByIds,
  listOpenedLetters,
  listVersions,
  listWaitingLetters,
} from "@/lib/journal/queries";
import type { EntryInput } from "@/lib/journal/schema";
import { share } from "@/lib/sharing/commands";
import { makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

const days = (count: number, zone: string) => dayOf(new Date(now().getTime() + count * 86_400_000), zone);
const letter = (entryId: string, text = "Dear later me", version = 0): EntryInput => ({
  entryId,
  version,
  kind: "letter",
  prompt: "",
  colour: "",
  title: "",
  text,
  moods: [],
  spoken: false,
});
const found = (actor: Actor, id: string) => read(actor, (db) => findEntry(db, id));

async function writeLetter(patient: Actor) {
  const id = newId();
  await saveEntry(patient, letter(id));
  return id;
}

test("a sealed letter is closed even to its writer until its day, and lies open on it", async () => {
  const { patient, therapist } = await makeTrio();
  const id = await writeLetter(patient);
  await share(patient, { subject: "entry", subjectId: id, audience: "careTeam" });
  expect(await found(therapist, id)).not.toBeNull();
  const day = days(30, patient.timeZone);
  await sealLetter(patient, { entryId: id, day });

  for (const person of [patient, therapist]) {
    expect(await found(person, id)).toBeNull();
    expect(await read(person, (db) => listEntriesByIds(db, [id]))).toEqual([]);
    expect(await read(person, (db) => listVersions(db, id))).toEqual([]);
  }
  expect((await read(patient, (db) => listEntries(db, patient.personId, { search: "Dear" }, {}))).rows).toEqual([]);
  const opens = fromLocal(`${day}T00:00`, patient.timeZone);
  expect(await read(patient, listWaitingLetters)).toMatchObject([{ id, sealedUntil: opens }]);
  expect(await read(therapist, listWaitingLetters)).toEqual([]);
  await expect(saveEntry(patient, letter(id, "more", 1))).rejects.toMatchObject({ code: "not-found" });
  await expect(saveEntry(patient, letter(id, "over it"))).rejects.toMatchObject({ code: "not-found" });
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "letter.seal" } }));
  expect(entries).toMatchObject([{ patientId: patient.personId, subject: "entry", subjectId: id }]);

  await asSuperuser((sql) =>
    sql.query(`update "Entry" set "sealedUntil" = now() - interval '1 minute' where "id" = '${id}'`),
  );
  expect(await found(patient, id)).toMatchObject({ text: "Dear later me" });
  expect(await read(patient, listWaitingLetters)).toEqual([]);
  const yesterday = new Date(now().getTime() - 86_400_000);
  expect(await read(patient, (db) => listOpenedLetters(db, patient.personId, yesterday))).toMatchObject([{ id }]);
  expect(await found(therapist, id), "its share was taken back").toBeNull();
  await expect(saveEntry(patient, letter(id, "changed", 1))).rejects.toThrow("stays as you wrote it");
  await expect(putAway(patient, { entryId: id })).rejects.toThrow("This letter was sealed");
});

test("a letter is sealed from tomorrow to ten years on, and only a letter", async () => {
  const { patient } = await makeTrio();
  const id = await writeLetter(patient);
  for (const day of [days(0, patient.timeZone), days(-3, patient.timeZone), days(3660, patient.timeZone)]) {
    const refused = sealLetter(patient, { entryId: id, day });
    await expect(refused).rejects.toMatchObject({ code: "invalid", detail: { field: "day" } });
  }
  const page = newId();
  await saveEntry(patient, { ...letter(page), kind: "page" });
  const refused = sealLetter(patient, { entryId: page, day: days(3, patient.timeZone) });
  await expect(refused).rejects.toThrow("Only a letter can be sealed");
  await sealLetter(patient, { entryId: id, day: days(1, patient.timeZone) });
});
