import { expect, test, vi } from "vitest";
import { read } from "@/lib/core/db";
import { kinds, shareable, therapistPageOf } from "@/lib/core/kinds";
import { listNewlyShared } from "@/lib/patients/queries";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { share } from "@/lib/sharing/commands";
import { listArrivals } from "@/lib/today/arrived/queries";
import { makeTrio } from "../support/companions";
import { make } from "../support/things";
import { visit, visiting } from "../support/visit";

vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => visiting.actor,
  findActor: async () => visiting.actor,
}));

async function shared(subject: (typeof shareable)[number]) {
  const people = await makeTrio();
  const subjectId = await make(subject, people);
  await share(people.patient, { subject, subjectId, audience: "careTeam" });
  const patientId = people.patient.personId;
  const fresh = () => read(people.therapist, (db) => listNewlyShared(db, people.therapist.personId));
  return { ...people, subjectId, patientId, fresh };
}

test.each(shareable)(
  "a shared %s arrives with the therapist, on a page that shows it and then has it as seen",
  async (subject) => {
    const { therapist, patientId, subjectId, fresh } = await shared(subject);
    const [arrived] = await fresh();
    expect(arrived).toMatchObject({ subject, subjectId, patientId });
    await visit(therapist, therapistPageOf(subject, patientId, { id: subjectId, ref: arrived?.sessionId ?? null }));
    expect(await fresh()).toEqual([]);
  },
);

test.each(shareable.filter((name) => kinds[name].shared?.answered))(
  "the page of a %s shows its patient who has seen it and what was answered, and the therapist's page the answer",
  async (subject) => {
    const { therapist, patient, patientId, subjectId } = await shared(subject);
    await giveAnswer(therapist, { patientId, subjectId, text: "Let us begin with this on Thursday." });
    const sharedPage = `/therapist/patients/${patientId}/shared`;
    expect(await visit(therapist, sharedPage)).toContain("Let us begin with this on Thursday.");
    const arrivals = await read(patient, (db) => listArrivals(db, patientId, new Date(), "UTC"));
    const page = await visit(patient, arrivals.find(({ kind }) => kind === "answer")?.href ?? "");
    expect(page).toContain("Let us begin with this on Thursday.");
    expect(page.replace(/\s+/g, " ")).toContain("Ana Reyes has seen this");
  },
);
