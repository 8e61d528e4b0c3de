import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { kinds, patientPageOf, shareable, therapistPageOf } from "@/lib/core/kinds";
import { listNewlyShared } from "@/lib/patients/queries";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { share } from "@/lib/sharing/commands";
import { listNewAnswers } from "@/lib/today/arrived/queries";
import { makeTrio } from "../support/companions";
import { textOnServer } from "../support/rendered";
import { pageAt } from "../support/routes";
import { make } from "../support/things";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
  findActor: async () => acting,
}));

/** What somebody reads at an address. */
async function visit(who: Actor, address: string): Promise<string> {
  const page = pageAt(address);
  if (!page) throw new Error(`There is no page at ${address}`);
  acting = who;
  const { default: render } = (await import(/* @vite-ignore */ `../../${page.file}`)) as {
    default: (props: object) => Promise<ReactNode>;
  };
  const searchParams = Object.fromEntries(new URL(address, "http://portal.test").searchParams);
  return textOnServer(render({ params: Promise.resolve(page.params), searchParams: Promise.resolve(searchParams) }));
}

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
    const [news] = await read(patient, (db) => listNewAnswers(db, patientId, new Date(Date.now() - 60_000)));
    expect(news).toMatchObject({ subject, subjectId });
    const page = await visit(patient, patientPageOf(subject, { id: subjectId, ref: news?.ref ?? null }));
    expect(page).toContain("Let us begin with this on Thursday.");
    expect(page.replace(/\s+/g, " ")).toContain("Ana Reyes has seen this");
  },
);
