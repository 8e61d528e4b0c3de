import sharp from "sharp";
import { keepSensation, noteState, removeSensation } from "@/lib/body/commands";
import { bindBook } from "@/lib/book/binding/commands";
import { askForBook, downloadBook, rowOf } from "@/lib/book/commands";
import { keepCheckIn } from "@/lib/checkIns/commands";
import type { Actor } from "@/lib/core/actor";
import { sealBytes } from "@/lib/core/crypto";
import { newId, read } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { Verb } from "@/lib/core/permissions";
import { bringBack, putAway, saveEntry, sealLetter } from "@/lib/journal/commands";
import { addMedia, bringMediaBack, describeMedia, putMediaAway } from "@/lib/making/commands";
import { hideClinicPractice, writeClinicPractice } from "@/lib/practices/clinic/commands";
import { choosePractice } from "@/lib/practices/commands";
import { logPractice, unlogPractice } from "@/lib/practices/log/commands";
import { putAwayOwnPractice, writeOwnPractice } from "@/lib/practices/own/commands";
import { changeRhythm } from "@/lib/practices/plan/commands";
import { leaveQuiet } from "@/lib/quiet/commands";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { addTag, linkEntries } from "@/lib/threads/commands";
import { type Attempt, one } from "./attempts-office";
import { asSuperuser } from "./database";
import type { Who, World } from "./world";

const patients: Who[] = ["patient", "otherPatient", "strangerPatient"];
const page = { version: 0, prompt: "", colour: "", title: "", text: "It rained", moods: [], spoken: false };
const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
const dot = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: "#a8532a" } })
    .png()
    .toBuffer();

type Act = (actor: Actor, id: string, world: World) => Promise<unknown>;

/** On something that the patient made a moment ago, which `make` lays under the id that it is given or answers with another. */
function onOwn(make: (patient: Actor, id: string, world: World) => Promise<unknown>, act: Act): Attempt {
  return {
    by: ["patient"],
    first: async (world) => {
      const id = newId();
      const made = await make(world.actors.patient, id, world);
      world.ids.made = typeof made === "string" ? made : id;
    },
    act: (actor, world) => act(actor, world.ids.made ?? "", world),
  };
}

const onPage = (act: Act, kind: "page" | "letter" = "page") =>
  onOwn((patient, entryId) => saveEntry(patient, { ...page, entryId, kind }).then(() => entryId), act);
const onPicture = (act: Act) =>
  onOwn(async (patient, id) => addMedia(patient, { source: "upload", id }, await dot()), act);

const everybodysOwn = (act: (actor: Actor, world: World) => Promise<unknown>): Attempt => ({ by: patients, act });

const words = {
  title: "Walk",
  family: "body" as const,
  why: "It steadies.",
  steps: ["Walk"],
  short: "Five minutes",
  longer: "Twenty minutes",
  gentle: "To the door",
  tooMuch: "Sit down",
  helps: [],
};
const therapists: Who[] = ["therapist", "colleague", "formerTherapist", "strangerTherapist"];
const noAnswers = {
  mood: 4,
  anxiety: null,
  energy: null,
  pain: null,
  sleepQuality: null,
  connection: null,
  state: null,
  sleepHours: null,
  water: null,
  caffeine: null,
  screens: null,
  word: "",
};

/** What a patient does in their integration space, and what the care team does with what is shared. */
export const spaceAttempts = {
  "answer.give": {
    by: ["therapist"],
    act: (actor, { actors, ids }) =>
      giveAnswer(actor, { patientId: actors.patient.personId, subjectId: ids.sharedEntry ?? "", text: "Thank you" }),
  },
  "clinicPractice.write": { by: therapists, act: (actor) => writeClinicPractice(actor, { ...words, version: 0 }) },
  "clinicPractice.hide": {
    by: therapists,
    act: (actor) => hideClinicPractice(actor, { slug: "body-scan", hidden: "yes" }),
  },
  "plan.change": {
    by: ["patient", "therapist"],
    act: (actor, { ids }) => changeRhythm(actor, { itemId: ids.planItem ?? "", version: 1, rhythm: "Sundays" }),
  },

  "entry.save": everybodysOwn((actor) => saveEntry(actor, { ...page, entryId: newId(), kind: "page" })),
  "entry.putAway": onPage((actor, entryId) => putAway(actor, { entryId })),
  "entry.bringBack": onPage((actor, entryId) => bringBack(actor, { entryId })),
  "letter.seal": onPage((actor, entryId) => sealLetter(actor, { entryId, day: inAYear() }), "letter"),
  "thread.tag": onPage((actor, entryId) => addTag(actor, { entryId, kind: "image", name: "the coat" })),
  "entry.link": onPage((actor, entryId, { ids }) => linkEntries(actor, { entryId, otherId: ids.ownEntry ?? "" })),
  "media.add": everybodysOwn(async (actor) => addMedia(actor, { source: "upload" }, await dot())),
  "media.describe": onPicture((actor, mediaId) =>
    describeMedia(actor, { mediaId, version: 1, caption: "A dot", alt: "" }),
  ),
  "media.putAway": onPicture((actor, mediaId) => putMediaAway(actor, { mediaId })),
  "media.bringBack": onPicture((actor, mediaId) => bringMediaBack(actor, { mediaId })),
  "practice.choose": everybodysOwn((actor) => choosePractice(actor, { slug: "body-scan", choice: "favourite" })),
  "practice.write": onOwn(
    (patient) => writeOwnPractice(patient, { ...words, version: 0 }),
    (actor, practiceId) => putAwayOwnPractice(actor, { practiceId, away: "yes" }),
  ),
  "practice.log": everybodysOwn((actor) => logPractice(actor, { slug: "body-scan" })),
  "practice.unlog": own("ownLog", (actor, logId) => unlogPractice(actor, { logId })),
  "checkIn.keep": everybodysOwn((actor) => keepCheckIn(actor, { ...noAnswers, version: 0 })),
  "state.note": everybodysOwn((actor) => noteState(actor, { state: "settled" })),
  "sensation.keep": everybodysOwn((actor) => keepSensation(actor, { side: "front", place: "chest", text: "warm" })),
  "sensation.remove": onOwn(
    (patient) => keepSensation(patient, { side: "front", place: "chest", text: "warm" }),
    (actor, sensationId) => removeSensation(actor, { sensationId }),
  ),
  "fit.change": everybodysOwn((actor) => leaveQuiet(actor)),
  "book.ask": everybodysOwn((actor) => askForBook(actor)),
  "book.bind": onOwn(
    (patient) => askForBook(patient),
    async (actor, id) => {
      await bindBook({ id, handleHash: actor.handleHash });
      if ((await one(`select "state"::text as id from "Book" where "id" = $1`, id)) === "waiting") {
        throw new DomainError("refused", "Nobody binds the book of another, or after signing out.");
      }
    },
  ),
  "book.download": onOwn(boundBook, (actor, id) => downloadBook(actor, { id, file: "zip" })),
} satisfies Partial<Record<Verb, Attempt>>;

/** On a row of the patient's, by its name in the world. */
function own(name: string, act: Act): Attempt {
  return { by: ["patient"], act: (actor, world) => act(actor, world.ids[name] ?? "", world) };
}

async function boundBook(patient: Actor): Promise<string> {
  const id = await askForBook(patient);
  const zip = await read(patient, (db) => sealBytes(db, patient.clinicId, rowOf(id, "zip"), Buffer.from("PK")));
  const ready = `update "Book" set "state" = 'ready', "readyAt" = now(), "endsAt" = now() + interval '1 day', "zip" = $2 where "id" = $1`;
  await asSuperuser((sql) => sql.query(ready, [id, zip]));
  return id;
}
