import { expect, test } from "vitest";
import { DatabaseFault, DomainError } from "@/lib/core/errors";
import { type Verb, verbs } from "@/lib/core/permissions";
import { attempts } from "../support/attempts";
import { asSuperuser } from "../support/database";
import { makeWorld, people, type World } from "../support/world";

const all = Object.keys(verbs) as Verb[];

/** What of a clinic has changed: every row count, and the newest times of change. The audit log counts too. */
const footprint = ({ clinicId }: World) =>
  asSuperuser(async (sql) => {
    const { rows } = await sql.query(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinicId'
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    const parts = rows.map(
      ({ name }) =>
        `select '${name}' as t, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as h from "${name}" r where "clinicId" = $1`,
    );
    return (await sql.query(parts.join(" union all "), [clinicId])).rows;
  });

test("every verb is tried", () => {
  expect(Object.keys(attempts).sort()).toEqual([...all].sort());
});

test.each(all)("%s: whoever may not, or no longer, is refused, and nothing has happened", async (verb) => {
  const { by, first, act } = attempts[verb];
  const world = await makeWorld();
  await first?.(world);
  const before = await footprint(world);
  for (const who of people.filter((name) => !by.includes(name))) {
    expect(await refusalOf(act(world.actors[who], world)), `${who} did ${verb}`).toBe(true);
  }
  expect(await footprint(world)).toEqual(before);

  const signedOut = world.actors[by[0] ?? "admin"];
  await asSuperuser((sql) => sql.query('update "SignIn" set "endedAt" = now() where "id" = $1', [signedOut.signInId]));
  const after = await footprint(world);
  expect(await refusalOf(act(signedOut, world)), `${by[0]} did ${verb} after signing out`).toBe(true);
  expect(await footprint(world)).toEqual(after);
});

const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => false,
    (error: unknown) =>
      error instanceof DomainError ||
      (error instanceof DatabaseFault && (error.code === "P2025" || refusals.includes(error.sqlState ?? ""))) ||
      error,
  );

/** Insufficient privilege, and a row that would belong to another record. P2025 is Prisma's word for a row that is not there for this person. */
const refusals = ["42501", "23000", "23514"];

test.each(all.flatMap((verb) => attempts[verb].by.map((who) => [verb, who] as const)))(
  "%s: %s may, and the log says so",
  async (verb, who) => {
    const { first, act } = attempts[verb];
    const world = await makeWorld();
    await first?.(world);
    const actor = world.actors[who];
    const entries = () =>
      asSuperuser(async (sql) => {
        const { rows } = await sql.query(
          'select count(*)::int as count from "AuditEntry" where "actorId" = $1 and "verb" = $2',
          [actor.personId, verb],
        );
        return rows[0].count as number;
      });
    const before = await entries();
    await act(actor, world);
    expect(await entries()).toBe(before + 1);
  },
);
