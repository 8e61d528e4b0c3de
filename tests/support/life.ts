import sharp from "sharp";
import { keepSensation, noteState } from "@/lib/body/commands";
import { keepCheckIn } from "@/lib/checkIns/commands";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/db";
import { addAction, setGoal } from "@/lib/goals/commands";
import { putAway, saveEntry } from "@/lib/journal/commands";
import { addMedia, describeMedia } from "@/lib/making/commands";
import { logPractice } from "@/lib/practices/log/commands";
import { writeOwnPractice } from "@/lib/practices/own/commands";
import { addToPlan } from "@/lib/practices/plan/commands";
import { addTag, linkEntries } from "@/lib/threads/commands";
import { asSuperuser } from "./database";

export const page = { version: 0, prompt: "", colour: "" as const, title: "", moods: [], spoken: false };
export const write = async (patient: Actor, text: string, more: object = {}) => {
  const entryId = newId();
  await saveEntry(patient, { ...page, entryId, kind: "page", text, ...more });
  return entryId;
};
const day = { mood: 4, anxiety: null, energy: null, pain: null, sleepQuality: null, connection: null, state: null };
const counts = { sleepHours: 6.5, water: null, caffeine: null, screens: null };
const picture = () =>
  sharp({ create: { width: 90, height: 60, channels: 3, background: "#4c4a86" } })
    .png()
    .toBuffer();

/** Something of every kind, each with the mark in its words. Answers with the ids that matter. */
export async function liveThrough(patient: Actor, mark: string) {
  const goalId = await setGoal(patient, {
    from: `${mark} shouting`,
    to: `${mark} ease`,
    success: `${mark} supper`,
    version: 0,
  });
  await addAction(patient, { goalId, text: `${mark} in the car` });
  const entryId = await write(patient, `${mark} the coat on the chair\nžluťoučký kůň, Việt, čaj`, {
    title: `${mark} Coat`,
    moods: ["tender"],
    kind: "dream",
  });
  const awayId = await write(patient, `${mark} put away`);
  await addTag(patient, { entryId, kind: "image", name: `${mark} coat` });
  await linkEntries(patient, { entryId, otherId: awayId });
  await putAway(patient, { entryId: awayId });
  const letterId = await write(patient, `${mark} SEALED words`, { kind: "letter" });
  await asSuperuser((sql) =>
    sql.query(`update "Entry" set "sealedUntil" = now() + interval '40 days' where "id" = $1`, [letterId]),
  );
  const mediaId = await addMedia(patient, { source: "sketch" }, await picture());
  await describeMedia(patient, { mediaId, version: 1, caption: `${mark} two doors`, alt: `${mark} blue` });
  await addMedia(patient, { source: "upload", entryId }, await picture());
  await keepCheckIn(patient, { ...day, ...counts, word: `${mark} slow`, version: 0 });
  await noteState(patient, { state: "activated" });
  await keepSensation(patient, { side: "front", place: "chest", text: `${mark} warm` });
  const own = {
    title: `${mark} walk`,
    why: "",
    steps: [`${mark} shoes`],
    short: "",
    longer: "",
    gentle: "",
    tooMuch: "",
  };
  const slug = await writeOwnPractice(patient, { ...own, family: "nature", version: 0 });
  await logPractice(patient, { slug, before: "tense", after: "softer" });
  await addToPlan(patient, { slug, rhythm: `${mark} at dusk` });
  return { entryId, mediaId };
}
