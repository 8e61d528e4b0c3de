import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { now, withClock } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { putAway, saveEntry } from "@/lib/journal/commands";
import { listEntries } from "@/lib/journal/queries";
import { share, takeBack } from "@/lib/sharing/commands";
import { makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeSession, makeTrio } from "../support/companions";

async function write(
  actor: Actor,
  text: string,
  more: { title?: string; moods?: string[]; kind?: "page" | "dream" } = {},
) {
  const entryId = newId();
  const rest = { version: 0, kind: "page", prompt: "", colour: "", title: "", moods: [], spoken: false } as const;
  await saveEntry(actor, { ...rest, moods: [], ...more, text, entryId });
  return entryId;
}

const search = async (actor: Actor, words: string, patient = actor) =>
  (await read(actor, (db) => listEntries(db, patient.personId, { search: words }, {}))).rows.map(({ id }) => id);

test("a patient finds pages by their words, whatever their capitals, accents and apostrophes", async () => {
  const { patient } = await makeTrio();
  const river = await write(patient, "Ich saß am Fluß, die Bäume rauschten. Grandmother's café.", {
    title: "São Paulo",
  });
  const mood = await write(patient, "Nothing more", { moods: ["tender", "like rain"] });
  for (const words of [
    "sao",
    "PAULO",
    "cafe",
    "Café",
    "baume",
    "fluss",
    "grandmothers",
    "grandmother’s",
    "rausch",
    "cafe fluss",
  ]) {
    expect(await search(patient, words), words).toEqual([river]);
  }
  expect(await search(patient, "tender rain")).toEqual([mood]);
  expect(await search(patient, "cafe tender"), "both words must be there").toEqual([]);
});

test("what begins like a word but is not its beginning is not found", async () => {
  const { patient } = await makeTrio();
  await write(patient, "an interesting interview");
  expect(await search(patient, "internal")).toEqual([]);
  expect(await search(patient, "inter")).toHaveLength(1);
  expect(await search(patient, "int"), "short words are found whole").toEqual([]);
  expect(await search(patient, "a"), "one letter is no word").toEqual([]);
});

test("a search finds nothing that is put away, of another kind, or of another patient", async () => {
  const { patient, clinicId } = await makeTrio();
  const other = await makePerson(clinicId, "patient");
  const mine = await write(patient, "the lighthouse", { kind: "dream" });
  await write(other, "the lighthouse");
  const away = await write(patient, "the lighthouse too");
  await putAway(patient, { entryId: away });
  expect(await search(patient, "lighthouse")).toEqual([mine]);
  expect(await search(other, "lighthouse", patient)).toEqual([]);
  const pages = await read(patient, (db) =>
    listEntries(db, patient.personId, { search: "lighthouse", kind: "page" }, {}),
  );
  expect(pages.rows).toEqual([]);
});

test("a search goes on from page to page, there and back, past pages that only begin alike", async () => {
  const { patient } = await makeTrio();
  const ids: string[] = [];
  for (let i = 0; i < 60; i++) {
    const at = new Date(now().getTime() - (100 - i) * 60_000);
    const id = await withClock(at, () => write(patient, i % 2 ? "an internal voice" : "an interesting voice"));
    if (i % 2) ids.unshift(id);
  }
  const list = (place: { after?: string; before?: string }) =>
    read(patient, (db) => listEntries(db, patient.personId, { search: "internal" }, place));
  const first = await list({});
  expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 25));
  const second = await list({ after: first.after });
  expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(25));
  expect(second.after).toBeUndefined();
  const back = await list({ before: second.before });
  expect(back.rows.map(({ id }) => id)).toEqual(ids.slice(0, 25));
});

test("a therapist and a companion see exactly what is shared with them, until it is taken back", async () => {
  const { patient, therapist, companion, clinicId } = await makeTrio();
  await makeSession(therapist, patient, 24);
  await makeGrant(patient, companion);
  const colleague = await makePerson(clinicId, "therapist");
  const stranger = await makePerson(clinicId, "companion");
  const forTeam = await write(patient, "for the team");
  const forSam = await write(patient, "for Sam");
  await write(patient, "for nobody");
  const team = { subject: "entry", subjectId: forTeam, audience: "careTeam" } as const;
  const sam = { subject: "entry", subjectId: forSam, audience: "companion", companionId: companion.personId } as const;
  await share(patient, team);
  await share(patient, sam);
  const seen = async (actor: Actor) =>
    (await read(actor, (db) => listEntries(db, patient.personId, {}, {}))).rows.map(({ text }) => text);
  expect(await seen(therapist)).toEqual(["for the team"]);
  expect(await search(therapist, "team", patient)).toEqual([forTeam]);
  expect(await seen(companion)).toEqual(["for Sam"]);
  for (const other of [colleague, stranger]) expect(await seen(other)).toEqual([]);
  await takeBack(patient, team);
  await takeBack(patient, sam);
  for (const other of [therapist, companion]) expect(await seen(other)).toEqual([]);
});
