import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { bindBook } from "@/lib/book/binding/commands";
import { askForBook, downloadBook } from "@/lib/book/commands";
import { saveAgreement } from "@/lib/companions/agreements/commands";
import { deliver, openDrawer } from "@/lib/companions/drawer/commands";
import { endGrant, inviteCompanion } from "@/lib/companions/grants/commands";
import { keepMemory } from "@/lib/companions/memories/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import { newId, read } from "@/lib/core/db";
import { kindNames, kinds } from "@/lib/core/kinds";
import { changeFit } from "@/lib/fit/commands";
import { firstFit } from "@/lib/fit/rules";
import { keepQuote, shareQuote } from "@/lib/quotes/commands";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { share } from "@/lib/sharing/commands";
import { accept, hoursFromNow, makeSession, makeTrio, setIntention } from "../support/companions";
import { asSuperuser } from "../support/database";
import { gathered } from "../support/gathered";
import { liveThrough } from "../support/life";
import { signed } from "../support/notes";
import type { People } from "../support/things";

const words = {
  memory: "MARK I remember the rain",
  moved: "MARK that you laughed",
  quote: "MARK it is only a coat",
  agreement: "MARK hold my hand",
  drawer: "MARK a last word",
  invitation: "MARK I would like you there",
  fit: "MARK my two sisters",
};

/** A record with something of every kind in it, and its book. */
async function lived() {
  const people = await makeTrio();
  const { patient, therapist, companion } = people;
  const sessionId = await makeSession(therapist, patient, -2);
  await setIntention(patient, sessionId, "MARK to let my shoulders down");
  const welcome = words.invitation;
  const bounds = { relationship: "friend", scope: "course" as const, sessionIds: [], showsIntention: false };
  const grantId = await inviteCompanion(patient, { name: "Sam", email: `${newId()}@people.test`, ...bounds, welcome });
  await asSuperuser((sql) =>
    sql.query(`update "CompanionGrant" set "createdAt" = now() - interval '2 days' where "id" = $1`, [grantId]),
  );
  await accept(grantId, companion);
  const ahead = await makeSession(therapist, patient, 24);
  const answers = { touch: { free: words.agreement } };
  await saveAgreement(patient, { sessionId: ahead, grantId, version: 0, answers });
  await asSuperuser((sql) =>
    sql.query(`update "Session" set "state" = 'inProgress', "startedAt" = "startsAt" where "id" = $1`, [sessionId]),
  );
  const quoteId = await keepQuote(therapist, { sessionId, time: "", text: words.quote });
  await shareQuote(therapist, { quoteId });
  const lineId = newId();
  const lines = [{ id: lineId, time: "", text: "MARK by the door" }];
  const note = { sessionId, version: 0, saw: "You slept.", seemed: "Soft.", moved: words.moved, lines };
  const noteId = await saveNote(companion, note);
  await handOverNote(companion, { sessionId, version: 1 });
  await openNote(patient, { noteId });
  await keepMemory(patient, { lineId, version: 0, text: words.memory });
  await endGrant(patient, { grantId });
  await deliver(companion, { sessionId, lines: [{ id: newId(), at: hoursFromNow(-1), text: words.drawer }] });
  await openDrawer(patient, { grantId, sessionId });
  await changeFit(patient, { ...firstFit, relationshipWords: [words.fit], version: 0 });
  const { entryId } = await liveThrough(patient, "MARK");
  await share(patient, { subject: "entry", subjectId: entryId, audience: "careTeam" });
  await giveAnswer(therapist, { patientId: patient.personId, subjectId: entryId, text: "MARK answer" });
  await signed(therapist, sessionId);
  for (const make of await gathered<(people: People) => Promise<string>>("make")) await make(people);
  const id = await askForBook(patient);
  await bindBook({ id, handleHash: patient.handleHash });
  const { bytes } = await downloadBook(patient, { id, file: "zip" });
  const files = unzipSync(new Uint8Array(bytes));
  return { ...people, text: (name: string) => strFromU8(files[name] ?? new Uint8Array()).replace(/\s+/g, " ") };
}

let record: Awaited<ReturnType<typeof lived>>;
beforeAll(async () => {
  record = await lived();
}, 60_000);

test.each(Object.entries(words))("the book and the ZIP hold the patient's %s", (_what, text) => {
  expect(record.text("book.md")).toContain(text);
  expect(record.text("data.json")).toContain(text);
});

test.each(kindNames)("what is taken along of a %s is in the ZIP, or it is said why not", async (name) => {
  const how = kinds[name].export;
  if ("leave" in how) return expect(how.leave).toMatch(/\w+ \w+/);
  const { found } = await read(record.patient, (db) => how.take(db, record.patient.personId));
  const data = JSON.parse(record.text("data.json"));
  for (const [called, rows] of Object.entries(found)) expect(data[called], called).toHaveLength(rows.length);
  expect(Object.values(found).flat().length, name).toBeGreaterThan(0);
});
