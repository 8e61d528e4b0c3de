import { expect, test, vi } from "vitest";
import { read } from "@/lib/core/db";
import { kindNames, kinds } from "@/lib/core/kinds";
import { findElsewhere } from "@/lib/journal/search/queries";
import { makePerson } from "@/prisma/seed/factories";
import { makeTrio } from "../support/companions";
import { make } from "../support/things";
import { visit, visiting } from "../support/visit";

vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => visiting.actor,
  findActor: async () => visiting.actor,
}));

test.each(kindNames.filter((name) => kinds[name].find))(
  "a %s is found by its patient by how a word of it begins, and opens on its page; nobody else finds it",
  async (kind) => {
    const people = await makeTrio();
    const { patient, therapist } = people;
    const id = await make(kind, people);
    const own = await read(patient, async (db) => kinds[kind].find?.(db, patient.personId, () => true));
    const word =
      own
        ?.find((one) => one.id === id)
        ?.title.match(/\p{L}{4,}/u)?.[0]
        .slice(0, 4) ?? "";
    const search = (who: typeof patient) => read(who, (db) => findElsewhere(db, patient.personId, word));
    const hit = (await search(patient)).find((one) => one.id === id);
    expect(hit?.title).toContain(word);
    expect(await visit(patient, hit?.href ?? "")).toContain(word);
    for (const other of [therapist, await makePerson(patient.clinicId, "patient")])
      expect(await search(other)).toEqual([]);
    expect(await read(patient, (db) => findElsewhere(db, patient.personId, "unwritten"))).toEqual([]);
  },
);
