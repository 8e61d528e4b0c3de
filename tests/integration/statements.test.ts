import { createElement, type ReactNode } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { asSuperuser } from "../support/database";
import { countStatements, renderOnServer } from "../support/statements";
import { makeWorld, type Who, type World } from "../support/world";

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

type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => ReactNode | Promise<ReactNode>;
type Row = {
  page: () => Promise<unknown>;
  who: Who;
  params?: (world: World) => object;
  fill: (world: World, rows: number) => string;
};

/** A row a number: `i` counts up, and ids are made by the database. */
const series = (rows: number) => `from generate_series(1, ${rows}) i`;
const person = (role: string, { clinicId }: World, rows: number) => `
  with a as (insert into "Account" ("id", "email", "passwordHash", "passwordChangedAt", "createdAt")
    select gen_random_uuid(), gen_random_uuid() || '@many.test', '!', now(), now() ${series(rows)} returning "id", "email"),
  p as (insert into "Person" ("id", "clinicId", "accountId", "role", "name", "timeZone", "createdAt")
    select gen_random_uuid(), '${clinicId}', "id", '${role}', 'Many ' || left("email", 8), 'America/New_York', now() from a returning "id", "accountId", "name"),
  c as (insert into "Contact" ("personId", "clinicId", "fullName", "email") select p."id", '${clinicId}', p."name", a."email" from p join a on a."id" = p."accountId" returning 1)`;

const treated = (world: World, rows: number) => `${person("patient", world, rows)}
  insert into "CareTeamMember" ("id", "clinicId", "patientId", "therapistId", "from", "addedById")
  select gen_random_uuid(), '${world.clinicId}', "id", '${world.actors.therapist.personId}', now() - interval '9 days', '${world.actors.admin.personId}' from p`;

const sessions = ({ clinicId, actors, ids }: World, rows: number) => `
  insert into "Session" ("id", "clinicId", "patientId", "courseId", "therapistId", "kind", "state", "startsAt", "endsAt", "startedAt", "completedAt", "createdAt")
  select gen_random_uuid(), '${clinicId}', '${actors.patient.personId}', '${ids.course}', '${actors.therapist.personId}', 'integration', 'completed',
    now() - i * interval '1 day', now() - i * interval '1 day' + interval '1 hour', now(), now(), now() ${series(rows)}`;

const goals = ({ clinicId, actors }: World, rows: number) => `
  insert into "Goal" ("id", "clinicId", "patientId", "from", "to", "createdAt", "updatedAt")
  select gen_random_uuid(), '${clinicId}', '${actors.patient.personId}', 'x', 'y', now(), now() ${series(rows)}`;

const entries = ({ clinicId, actors }: World, rows: number) => `
  insert into "AuditEntry" ("id", "clinicId", "at", "actorId", "role", "verb", "patientId")
  select gen_random_uuid(), '${clinicId}', now() - i * interval '1 minute', '${actors.therapist.personId}', 'therapist', 'record.open', '${actors.patient.personId}' ${series(rows)}`;

const signIns = ({ clinicId, actors }: World, rows: number) => `
  insert into "AuditEntry" ("id", "clinicId", "at", "actorId", "role", "verb", "system")
  select gen_random_uuid(), '${clinicId}', now() - i * interval '1 minute', '${actors.therapist.personId}', 'therapist', 'signIn.start', 'accounts' ${series(rows)}`;

const letters = ({ clinicId }: World, rows: number) => `
  insert into "Mail" ("id", "clinicId", "to", "subject", "sealed", "createdAt")
  select gen_random_uuid(), '${clinicId}', 'a@people.test', 'Hello', 'v1.x', now() - i * interval '1 minute' ${series(rows)}`;

const notes = (world: World, rows: number) => `with s as (${sessions(world, rows)} returning "id", "startsAt")
  insert into "Note" ("id", "clinicId", "patientId", "sessionId", "authorId", "format", "sections", "state", "createdAt", "savedAt", "signedAt", "signerName", "signerCredentials")
  select gen_random_uuid(), '${world.clinicId}', '${world.actors.patient.personId}', "id", '${world.actors.therapist.personId}', 'soap', '{"plan":"Rest"}', 'signed', now(), now(), now(), 'Ana', 'LPC' from s`;

const grants = ({ clinicId, actors }: World, rows: number) => `
  insert into "CompanionGrant" ("id", "clinicId", "patientId", "companionName", "scope", "createdAt")
  select gen_random_uuid(), '${clinicId}', '${actors.patient.personId}', 'Sam', 'course', now() ${series(rows)}`;

const space = ({ clinicId, actors }: World, rows: number) => `
  with e as (insert into "Entry" ("id", "clinicId", "patientId", "kind", "sealed", "words", "at", "savedAt")
    select gen_random_uuid(), '${clinicId}', '${actors.patient.personId}', 'page', 'v1.x', '{}', now() - i * interval '1 hour', now() ${series(rows)}),
  l as (insert into "PracticeLog" ("id", "clinicId", "patientId", "slug", "at")
    select gen_random_uuid(), '${clinicId}', '${actors.patient.personId}', 'body-walking', now() - i * interval '1 hour' ${series(rows)})
  insert into "CheckIn" ("id", "clinicId", "patientId", "day", "at", "mood")
    select gen_random_uuid(), '${clinicId}', '${actors.patient.personId}', current_date - 10 - i, now() - i * interval '1 day', 3 ${series(rows)}`;

const ofPatient = ({ actors }: World) => ({ patientId: actors.patient.personId });

const pages: Record<string, Row> = {
  "the admin's accounts": {
    who: "admin",
    page: () => import("@/app/admin/page"),
    fill: (world, rows) => `${person("therapist", world, rows)} select 1`,
  },
  "the care teams": { who: "admin", page: () => import("@/app/admin/care-teams/page"), fill: treated },
  "the audit log": { who: "admin", page: () => import("@/app/admin/audit/page"), fill: entries },
  "the sign-ins": { who: "admin", page: () => import("@/app/admin/sign-ins/page"), fill: signIns },
  "the outbox": { who: "admin", page: () => import("@/app/admin/outbox/page"), fill: letters },
  "the therapist's first page": { who: "therapist", page: () => import("@/app/therapist/page"), fill: treated },
  "the therapist's patients": { who: "therapist", page: () => import("@/app/therapist/patients/page"), fill: treated },
  "the patient's record": {
    who: "therapist",
    page: () => import("@/app/therapist/patients/[patientId]/page"),
    params: ofPatient,
    fill: sessions,
  },
  "the patient's record, with notes": {
    who: "therapist",
    page: () => import("@/app/therapist/patients/[patientId]/page"),
    params: ofPatient,
    fill: notes,
  },
  "the therapist's notes": { who: "therapist", page: () => import("@/app/therapist/notes/page"), fill: notes },
  "the patient's first page": { who: "patient", page: () => import("@/app/my/page"), fill: sessions },
  "the patient's first page, with a full space": { who: "patient", page: () => import("@/app/my/page"), fill: space },
  "the patient's sessions": { who: "patient", page: () => import("@/app/my/sessions/page"), fill: sessions },
  "the patient's goals": { who: "patient", page: () => import("@/app/my/goals/page"), fill: goals },
  "who opened what": { who: "patient", page: () => import("@/app/my/opened/page"), fill: entries },
  "the patient's companions": { who: "patient", page: () => import("@/app/my/companions/page"), fill: grants },
  "the companion's sessions": { who: "companion", page: () => import("@/app/companion/page"), fill: sessions },
};

describe("a page sends the same number of statements for 5, 50 and 500 rows", () => {
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });

  test.each(Object.entries(pages))("%s", async (_name, { page, who, params, fill }) => {
    const { default: Page } = (await page()) as { default: Page };
    const counts: number[] = [];
    for (const rows of [5, 50, 500]) {
      const world = await makeWorld();
      await asSuperuser((sql) => sql.query(fill(world, rows)));
      acting = world.actors[who];
      const show = () =>
        renderOnServer(Page({ params: Promise.resolve(params?.(world) ?? {}), searchParams: Promise.resolve({}) }));
      await show();
      counts.push(await countStatements(show));
    }
    expect(counts[0]).toBeGreaterThan(2);
    expect(counts).toEqual([counts[0], counts[0], counts[0]]);
    expect(counts[0]).toBeLessThan(25);
  });

  test("a page that asks again for each row would be noticed", async () => {
    acting = (await makeWorld()).actors.admin;
    const few = await countStatements(() => renderOnServer(createElement(Planted, { rows: 2 })));
    const many = await countStatements(() => renderOnServer(createElement(Planted, { rows: 5 })));
    expect(many).toBeGreaterThan(few);
  });
});

const PlantedRow = async () => String(await read(acting, (db) => db.clinic.count()));
const Planted = ({ rows }: { rows: number }) =>
  Array.from({ length: rows }, (_, key) => createElement(PlantedRow, { key }));
