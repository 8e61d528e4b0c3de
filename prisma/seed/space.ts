import sharp from "sharp";
import { keepSensation, noteState } from "@/lib/body/commands";
import { keepCheckIn } from "@/lib/checkIns/commands";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/db";
import { saveEntry, sealLetter } from "@/lib/journal/commands";
import { addMedia, describeMedia } from "@/lib/making/commands";
import { choosePractice } from "@/lib/practices/commands";
import { logPractice } from "@/lib/practices/log/commands";
import { addToPlan } from "@/lib/practices/plan/commands";
import { openRecord, seeShared } from "@/lib/records/commands";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { share } from "@/lib/sharing/commands";
import { addTag } from "@/lib/threads/commands";
import { days, letterToLater, pages, practised, sensations } from "./journalWords";
import { at, local } from "./people";

type People = { patient: Actor; therapist: Actor; companion: Actor };

/** What a patient wrote, made, practised and felt over five weeks. */
export async function fillSpace({ patient, therapist, companion }: People) {
  for (const page of pages) await keepPage(page, { patient, therapist, companion });
  await sealedLetter(patient);
  await checkIns(patient);
  await practices(patient);
  await body(patient);
  await drawing(patient);
}

const blank = { version: 0, prompt: "", colour: "", title: "", spoken: false, moods: [] };

async function keepPage(page: (typeof pages)[number], { patient, therapist, companion }: People) {
  const { days, time, tags = [], shared, answer, ...words } = page;
  const entryId = newId();
  await at(days, time, () => saveEntry(patient, { ...blank, ...words, entryId }));
  for (const [kind, name] of tags) await at(days, time, () => addTag(patient, { entryId, kind, name }));
  if (!shared) return;
  const whom = shared === "companion" ? { audience: shared, companionId: companion.personId } : { audience: shared };
  await at(days, "22:00", () => share(patient, { subject: "entry", subjectId: entryId, ...whom }));
  if (!answer) return;
  await at(days - 1, "08:50", () => openRecord(therapist, patient.personId));
  await at(days - 1, "08:55", () => seeShared(therapist, patient.personId, [entryId]));
  const note = { patientId: patient.personId, subjectId: entryId, text: answer };
  await at(days - 1, "09:00", () => giveAnswer(therapist, note));
}

/** Written three weeks ago, to be read in spring. */
async function sealedLetter(patient: Actor) {
  const entryId = newId();
  await at(9, "21:00", () => saveEntry(patient, { ...blank, entryId, kind: "letter", text: letterToLater }));
  await at(9, "21:05", () => sealLetter(patient, { entryId, day: local(-90, "00:00").slice(0, 10) }));
}

async function checkIns(patient: Actor) {
  const nothing = {
    pain: null,
    sleepQuality: null,
    connection: null,
    state: null,
    water: null,
    caffeine: null,
    screens: null,
  };
  for (const [index, day] of days.entries()) {
    if (!day) continue;
    const [mood, anxiety, energy, sleepHours, word = ""] = day;
    await at(days.length - index, "08:10", () =>
      keepCheckIn(patient, { ...nothing, version: 0, mood, anxiety, energy, sleepHours, word }),
    );
  }
}

async function practices(patient: Actor) {
  await at(28, "19:00", () => choosePractice(patient, { slug: "nature-forest-walk", choice: "favourite" }));
  await at(28, "19:05", () => addToPlan(patient, { slug: "body-breath-pacing", rhythm: "in the car, before I go in" }));
  await at(28, "19:06", () => addToPlan(patient, { slug: "nature-by-water", rhythm: "Sundays" }));
  for (const [days, time, slug, minutes, before, after] of practised) {
    await at(days, time, () => logPractice(patient, { slug, minutes, before, after }));
  }
}

async function body(patient: Actor) {
  for (const [days, side, place, text] of sensations) {
    await at(days, "09:30", () => keepSensation(patient, { side, place, text }));
  }
  await at(18, "20:25", () => noteState(patient, { state: "activated" }));
  await at(1, "09:00", () => noteState(patient, { state: "settled" }));
}

const coatOnAHook = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1100" fill="none" stroke-linecap="round">
  <rect width="900" height="1100" fill="#f6efe4"/>
  <path d="M0 930h900" stroke="#d8c7ae" stroke-width="10"/>
  <path d="M560 930V390a150 150 0 0 1 300 0v540" stroke="#b8652f" stroke-width="14"/>
  <path d="M600 930V400a110 110 0 0 1 220 0v530z" fill="#f3c9a0"/>
  <path d="M250 205v-60" stroke="#4a4640" stroke-width="12"/>
  <path d="M250 205c-70 30-130 80-150 170l-20 330c80 30 260 30 340 0l-20-330c-20-90-80-140-150-170z" fill="#5b6470" stroke="#343b44" stroke-width="12"/>
  <path d="M250 215v490M160 430c-10 90-10 180-20 270M340 430c10 90 10 180 20 270" stroke="#343b44" stroke-width="8"/>
</svg>`;

async function drawing(patient: Actor) {
  const picture = await sharp(Buffer.from(coatOnAHook)).png().toBuffer();
  const mediaId = await at(10, "16:20", () => addMedia(patient, { source: "upload" }, picture));
  await at(10, "16:25", () =>
    describeMedia(patient, {
      mediaId,
      version: 1,
      caption: "Where it hangs now",
      alt: "A grey coat on a hook beside an open doorway with warm light",
    }),
  );
}
