import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { hashingKey, seal } from "@/lib/core/crypto";
import { newId, read, write } from "@/lib/core/db";
import { listEntries } from "@/lib/journal/queries";
import { hashWords, wordsIn } from "@/lib/journal/search/rules";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { countStatements, fastest } from "../support/statements";

const filler = "This morning on the stairs I noticed that nothing was missing at all and the coat was light again";

/** Real entries, sealed each under its own id, one a minute back in time; every hundredth has seen a heron. */
async function fill(patient: Actor, count: number) {
  const { clinicId, personId: patientId } = patient;
  for (let start = 0; start < count; start += 1_000) {
    await write(patient, "entry.save", async (db) => {
      const key = await hashingKey(db, clinicId, patientId);
      const data = [];
      for (let i = start; i < Math.min(start + 1_000, count); i++) {
        const id = newId();
        const text = `${filler} ${i} ${i % 100 === 0 ? "heron" : "sparrow"}`;
        const sealed = await seal(db, clinicId, id, JSON.stringify({ title: "", text, moods: ["light"] }));
        const at = new Date(Date.now() - i * 60_000);
        data.push({
          id,
          clinicId,
          patientId,
          kind: "page" as const,
          sealed,
          words: hashWords(key, wordsIn(text)),
          at,
          savedAt: at,
        });
      }
      await db.entry.createMany({ data });
    });
  }
}

const list = (patient: Actor, search: string, after?: string) =>
  read(patient, (db) => listEntries(db, patient.personId, { search }, { after }));

test("ten thousand pages are listed and searched as quickly as ten, with as many statements", {
  timeout: 120_000,
}, async () => {
  const { clinicId } = await makeClinic();
  const [few, many] = [await makePerson(clinicId, "patient"), await makePerson(clinicId, "patient")];
  await fill(few, 10);
  await fill(many, 10_000);

  const first = await list(many, "");
  expect(first.rows).toHaveLength(25);
  const herons = await list(many, "heron");
  expect(herons.rows).toHaveLength(25);
  expect((await list(many, "heron", herons.after)).rows).toHaveLength(25);
  expect((await list(many, "kingfisher")).rows).toEqual([]);

  for (const words of ["", "heron", "kingfisher"]) {
    await list(few, words);
    const counts = [];
    for (const patient of [few, many]) counts.push(await countStatements(() => list(patient, words)));
    expect(counts[1], words).toBe(counts[0]);
  }
  expect(await fastest(() => list(many, ""))).toBeLessThan(300);
  expect(await fastest(() => list(many, "", first.after))).toBeLessThan(300);
  for (const words of ["heron", "coat", "kingfisher", "heron stairs"]) {
    expect(await fastest(() => list(many, words)), words).toBeLessThan(300);
  }
});
