import { expect, test, vi } from "vitest";
import { read } from "@/lib/core/db";
import { kinds, patientPageOf, shareable } from "@/lib/core/kinds";
import { listThings, nameThings } from "@/lib/path/list/queries";
import { makeTrio } from "../support/companions";
import { make } from "../support/things";
import { visit, visiting } from "../support/visit";

vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => visiting.actor,
  findActor: async () => visiting.actor,
}));

test.each(shareable.filter((name) => kinds[name].timeline))(
  "a %s lies on its patient's path by its name, and leads to a page that there is",
  async (kind) => {
    const people = await makeTrio();
    const { patient } = people;
    await make(kind, people);
    const [thing, names] = await read(patient, async (db) => {
      const { rows } = await listThings(db, patient.personId, {});
      const found = rows.find((row) => row.kind === kind);
      return [found, await nameThings(db, patient.personId, rows, "UTC")];
    });
    const { title, what } = names.get(thing?.id ?? "") ?? {};
    expect([title, what]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
    expect(await visit(patient, "/my/path?view=list")).toContain(title);
    expect(await visit(patient, patientPageOf(kind, { id: thing?.id ?? "", ref: thing?.ref ?? null }))).toMatch(/\w/);
  },
);
