import { seal } from "@/lib/core/crypto";
import { newId, read } from "@/lib/core/db";
import type { Add, Who, World } from "./world";

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);
const dateOf = (days: number) => ago(days).toISOString().slice(0, 10);

/** Shares with the care team, and with a companion, that the integration space brings. The share is named after what it shows. */
export const teamShares = [
  "sharedEntry",
  "putAwayEntry",
  "sharedMedia",
  "mediaOfPutAwayEntry",
  "plan",
  "sharedLog",
  "sharedCheckIn",
  "sharedSensation",
  "sharedThread",
].map((name) => `${name}Share`);
export const companionShares = [
  "companionEntry",
  "companionLog",
  "companionCheckIn",
  "companionSensation",
  "companionThread",
].map((name) => `${name}Share`);
/** A companion with live access, one whose access was ended, and one whose access is suspended. */
export const sharedCompanions: Who[] = ["companion", "revokedCompanion", "suspendedCompanion"];

/** A row of every kind in the patient's integration space: their own, shared with the care team, with companions, and taken back. */
export async function fillSpace(world: World, add: Add) {
  const { ids, actors } = world;
  await journal(world, add);
  await made(add, ids);
  await practices(world, add);
  await body(add);
  await add("book", "Book", { state: "ready", progress: 100, askedAt: ago(1), readyAt: ago(1), endsAt: ago(-1) });
  await add("otherBook", "Book", {
    patientId: actors.otherPatient.personId,
    state: "failed",
    askedAt: ago(1),
  });
  await add("fit", "Fit", {});
  await add("clinicPractice", "ClinicPractice", {
    patientId: null,
    slug: "body-walking",
    family: "body",
    content: "{}",
    updatedAt: ago(3),
    byId: actors.therapist.personId,
  });
  await shares(world, add);
}

async function journal({ actors, ids }: World, add: Add) {
  const entry = { kind: "page", sealed: "v1.x", words: [], at: ago(5), savedAt: ago(5) };
  for (const name of ["ownEntry", "sharedEntry", "companionEntry", "takenBackEntry"]) await add(name, "Entry", entry);
  await add("putAwayEntry", "Entry", { ...entry, putAwayAt: ago(1) });
  await add("openLetter", "Entry", { ...entry, kind: "letter", sealedUntil: ago(1) });
  await add("waitingLetter", "Entry", { ...entry, kind: "letter", sealedUntil: ago(-30) });
  const version = { number: 1, sealed: "v1.x", savedAt: ago(5) };
  await add("sharedVersion", "EntryVersion", { ...version, entryId: ids.sharedEntry });
  await add("letterVersion", "EntryVersion", { ...version, entryId: ids.waitingLetter });
  const thread = { kind: "image", nameSealed: "v1.x", nameHash: "x", createdAt: ago(5) };
  const threadId = await add("thread", "Thread", thread);
  await add("threadPlace", "ThreadPlace", { threadId, entryId: ids.sharedEntry, addedAt: ago(5) });
  const shared = await add("sharedThread", "Thread", { ...thread, nameHash: "y" });
  const of = { threadId: shared, addedAt: ago(5) };
  await add("sharedThreadInSharedEntry", "ThreadPlace", { ...of, entryId: ids.sharedEntry });
  await add("sharedThreadInOwnEntry", "ThreadPlace", { ...of, entryId: ids.ownEntry });
  await add("companionThread", "Thread", { ...thread, nameHash: "z" });
  const [aId, bId] = [ids.ownEntry, ids.sharedEntry].sort();
  await add("entryLink", "EntryLink", { aId, bId, addedAt: ago(5) });
  const answer = { authorId: actors.therapist.personId, textSealed: "v1.x", at: ago(2) };
  await add("answer", "Answer", { ...answer, subjectId: ids.sharedEntry });
  await add("oldAnswer", "Answer", { ...answer, subjectId: ids.takenBackEntry });
}

async function made(add: Add, ids: World["ids"]) {
  const media = {
    kind: "image",
    source: "upload",
    type: "image/webp",
    size: 1,
    bytes: Buffer.from("x"),
    sealed: "v1.x",
  };
  await add("ownMedia", "Media", { ...media, at: ago(4) });
  await add("sharedMedia", "Media", { ...media, at: ago(4) });
  await add("putAwayMedia", "Media", { ...media, at: ago(4), entryId: ids.sharedEntry, putAwayAt: ago(1) });
  await add("mediaOfPutAwayEntry", "Media", { ...media, at: ago(4), entryId: ids.putAwayEntry });
  await add("mediaOfSharedEntry", "Media", { ...media, at: ago(4), entryId: ids.sharedEntry });
  await add("mediaOfCompanionEntry", "Media", { ...media, at: ago(4), entryId: ids.companionEntry });
  await add("mediaOfLetter", "Media", { ...media, at: ago(4), entryId: ids.waitingLetter });
}

async function practices({ actors }: World, add: Add) {
  const { clinicId, personId } = actors.patient;
  const own = async (id: string) => ({
    id,
    family: "nature",
    sealed: await read(actors.patient, (db) => seal(db, clinicId, id, JSON.stringify({ title: "The bench" }))),
    createdAt: ago(9),
  });
  await add("ownPractice", "OwnPractice", await own(newId()));
  const planned = await add("plannedPractice", "OwnPractice", await own(newId()));
  await add("practiceChoice", "PracticeChoice", { slug: "body-walking", favouriteAt: ago(3) });
  const planId = await add("plan", "Plan", { createdAt: ago(9) });
  const item = { planId, addedAt: ago(8), changedAt: ago(8), addedById: personId };
  await add("planItem", "PlanItem", { ...item, slug: planned });
  const log = { slug: "body-walking", at: ago(2) };
  for (const name of ["ownLog", "sharedLog", "companionLog"]) await add(name, "PracticeLog", log);
  await add("removedLog", "PracticeLog", { ...log, removedAt: ago(1) });
}

async function body(add: Add) {
  for (const [at, name] of ["ownCheckIn", "sharedCheckIn", "companionCheckIn"].entries()) {
    await add(name, "CheckIn", { day: dateOf(at + 2), at: ago(at + 2), mood: 3 });
  }
  await add("stateCheck", "StateCheck", { state: "settled", at: ago(1) });
  const sensation = { side: "front", place: "chest", sealed: "v1.x", at: ago(1) };
  for (const name of ["ownSensation", "sharedSensation", "companionSensation"]) await add(name, "Sensation", sensation);
}

const subjectOf: [RegExp, string][] = [
  [/^media/, "media"],
  [/Entry/, "entry"],
  [/Media/, "media"],
  [/CheckIn/, "checkIn"],
  [/Log/, "practiceLog"],
  [/Sensation/, "sensation"],
  [/plan/, "plan"],
  [/Thread/, "thread"],
];

async function shares({ actors, ids }: World, add: Add) {
  const share = (of: string) => ({
    subject: subjectOf.find(([pattern]) => pattern.test(of))?.[1],
    subjectId: ids[of],
    sharedAt: ago(1),
  });
  for (const name of teamShares) await add(name, "Share", { ...share(shownBy(name)), audience: "careTeam" });
  for (const name of companionShares) {
    for (const who of sharedCompanions) {
      const companionId = actors[who].personId;
      await add(`${name}_${who}`, "Share", { ...share(shownBy(name)), audience: "companion", companionId });
    }
  }
  await add("takenBackEntryShare", "Share", {
    ...share("takenBackEntry"),
    audience: "careTeam",
    takenBackAt: ago(0.5),
  });
}

const shownBy = (name: string) => name.replace(/Share$/, "");
