import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { seal } from "@/lib/core/crypto";
import { newId, write } from "@/lib/core/db";
import { writeOwnPractice } from "@/lib/practices/own/commands";
import { addToPlan } from "@/lib/practices/plan/commands";
import { share } from "@/lib/sharing/commands";
import { makeTrio } from "../support/companions";
import { countStatements, renderOnServer } from "../support/statements";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
  findActor: async () => acting,
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

type Trio = Awaited<ReturnType<typeof makeTrio>> & { slug: string; logId: string };
type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => ReactNode | Promise<ReactNode>;
type Shown = {
  who: "patient" | "therapist";
  page: () => Promise<unknown>;
  params?: (trio: Trio) => object;
  query?: object;
};

const words = { why: "", steps: [], short: "", gentle: "", tooMuch: "" };

/** A patient with so many practices of their own, each kept near, in the plan and noted. */
async function makeGardener(rows: number): Promise<Trio> {
  const trio = await makeTrio();
  const { clinicId, personId: patientId } = trio.patient;
  const slug = await writeOwnPractice(trio.patient, { version: 0, family: "nature", title: "The bench", ...words });
  const planId = await addToPlan(trio.patient, { slug, rhythm: "" });
  await share(trio.patient, { subject: "plan", subjectId: planId, audience: "careTeam" });
  const logId = newId();
  await write(trio.patient, "practice.write", async (db) => {
    const at = new Date();
    const ids = Array.from({ length: rows }, newId);
    const own = { clinicId, patientId };
    const text = JSON.stringify({ title: "Mine", ...words });
    const practices = await Promise.all(
      ids.map(async (id) => ({
        id,
        ...own,
        family: "body" as const,
        createdAt: at,
        sealed: await seal(db, clinicId, id, text),
      })),
    );
    const item = { ...own, planId, addedAt: at, changedAt: at, addedById: patientId };
    await db.ownPractice.createMany({ data: practices });
    await db.practiceChoice.createMany({ data: ids.map((slug) => ({ ...own, slug, favouriteAt: at })) });
    await db.planItem.createMany({ data: ids.map((slug) => ({ ...item, slug })) });
    await db.practiceLog.createMany({
      data: [{ id: logId, ...own, slug, at }, ...ids.map((slug) => ({ ...own, slug, at }))],
    });
  });
  return { ...trio, slug, logId };
}

const patients = ({ patient }: Trio) => ({ patientId: patient.personId });
const pages: Record<string, Shown> = {
  "the garden": { who: "patient", page: () => import("@/app/my/practices/page") },
  "what helps when stirred up": {
    who: "patient",
    page: () => import("@/app/my/practices/page"),
    query: { state: "activated" },
  },
  "a search": { who: "patient", page: () => import("@/app/my/practices/page"), query: { q: "mine" } },
  "a practice": {
    who: "patient",
    page: () => import("@/app/my/practices/[slug]/page"),
    params: ({ slug }) => ({ slug }),
  },
  "the plan": { who: "patient", page: () => import("@/app/my/practices/plan/page") },
  "the log": { who: "patient", page: () => import("@/app/my/practices/log/page") },
  "one log": {
    who: "patient",
    page: () => import("@/app/my/practices/log/[logId]/page"),
    params: ({ logId }) => ({ logId }),
  },
  "one's own practices": { who: "patient", page: () => import("@/app/my/practices/own/page") },
  "the clinic's practices": { who: "therapist", page: () => import("@/app/therapist/practices/page") },
  "a shared plan": {
    who: "therapist",
    page: () => import("@/app/therapist/patients/[patientId]/plan/page"),
    params: patients,
  },
};

test("every page sends the same few statements for 5 and for 500 practices and logs", {
  timeout: 120_000,
}, async () => {
  const gardeners = [await makeGardener(5), await makeGardener(500)];
  for (const [name, { who, page, params, query = {} }] of Object.entries(pages)) {
    const { default: Page } = (await page()) as { default: Page };
    const counts: number[] = [];
    for (const trio of gardeners) {
      acting = trio[who];
      const show = () =>
        renderOnServer(Page({ params: Promise.resolve(params?.(trio) ?? {}), searchParams: Promise.resolve(query) }));
      await show();
      counts.push(await countStatements(show));
    }
    expect(counts, name).toEqual([counts[0], counts[0]]);
    expect(counts[0], name).toBeLessThan(25);
    expect(counts[0], name).toBeGreaterThan(2);
  }
});
