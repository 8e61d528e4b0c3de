import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { listThings } from "@/lib/path/list/queries";
import { countStretches, findExtent, listGroups, listPathSessions } from "@/lib/path/picture/queries";
import { findFirstAndLatest, listDoseTimes, listMarks } from "@/lib/path/queries";
import { stretchesOf } from "@/lib/path/rules";
import { makePerson } from "@/prisma/seed/factories";
import { asSuperuser } from "../support/database";
import { countStatements, fastest } from "../support/statements";
import { makeWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const day = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * day);

/** Pages, one every so many hours back from now, past the application. */
async function fill(actor: Actor, count: number, hours: number) {
  await asSuperuser(async (sql) => {
    const own = [actor.clinicId, actor.personId, count, hours];
    await sql.query(
      `insert into "Entry" ("id", "clinicId", "patientId", "kind", "sealed", "words", "at", "savedAt")
       select gen_random_uuid(), $1, $2, 'page', 'v1.x', '{}', now() - n * $4 * interval '1 hour', now() from generate_series(1, $3::int) n`,
      own,
    );
    await sql.query(
      `insert into "PracticeLog" ("id", "clinicId", "patientId", "slug", "at")
       select gen_random_uuid(), $1, $2, 'body-walking', now() - n * $4 * interval '1 hour' from generate_series(1, $3::int) n`,
      own,
    );
    await sql.query(
      `insert into "CheckIn" ("id", "clinicId", "patientId", "day", "at", "mood")
       select gen_random_uuid(), $1, $2, current_date - n, now() - n * interval '1 day', 1 + n % 5 from generate_series(1, least($3::int, 300)) n`,
      own.slice(0, 3),
    );
    await sql.query(`analyze "Entry"`);
  });
}

const everything = async (actor: Actor) => {
  const found: { kind: string; id: string; at: Date }[] = [];
  let after: string | undefined;
  do {
    const page = await read(actor, (db) => listThings(db, actor.personId, { after }));
    found.push(...page.rows);
    after = page.after;
  } while (after);
  return found;
};

test("all that is a patient's lies on the path, and nothing that was put away, sealed or taken back", async () => {
  const { patient } = world.actors;
  const things = await everything(patient);
  const ids = things.map(({ id }) => id);
  const { ids: row } = world;
  for (const name of ["ownEntry", "openLetter", "ownMedia", "ownLog", "ownCheckIn", "releasedNote", "handedDebrief"]) {
    expect(ids, name).toContain(row[name]);
  }
  for (const name of [
    "putAwayEntry",
    "waitingLetter",
    "putAwayMedia",
    "mediaOfSharedEntry",
    "removedLog",
    "withheldNote",
  ]) {
    expect(ids, name).not.toContain(row[name]);
  }
  expect(new Set(things.map(({ kind }) => kind)).size).toBe(8);
  expect(new Set(ids).size).toBe(ids.length);
  const times = things.map(({ at }) => at.getTime());
  expect([...times].sort((a, b) => b - a)).toEqual(times);
});

test("a path is its patient's own", async () => {
  const { patient, otherPatient, companion, strangerPatient } = world.actors;
  for (const other of [otherPatient, strangerPatient]) {
    const page = await read(other, (db) => listThings(db, patient.personId, {}));
    expect(page.rows).toEqual([]);
  }
  const seen = await read(companion, (db) => listThings(db, patient.personId, {}));
  expect(seen.rows.map(({ id }) => id)).not.toContain(world.ids.ownEntry);
});

test("the list is turned forth and back, begins at any thing, and keeps to a stretch", async () => {
  const actor = await makePerson(world.clinicId, "patient");
  await fill(actor, 40, 24);
  const list = (place: object, within?: object) =>
    read(actor, (db) => listThings(db, actor.personId, place, within as never));
  const first = await list({});
  const second = await list({ after: first.after });
  expect(first.rows).toHaveLength(25);
  expect((await list({ before: second.before })).rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  const middle = first.rows[10]?.id;
  const from = await list({ from: middle });
  expect(from.rows[0]?.id).toBe(middle);
  expect(from.before).toBe(middle);
  const stretch = { from: ago(5.5), to: ago(2.5) };
  const kept = await list({}, stretch);
  expect(kept.rows).toHaveLength(9);
  for (const { at } of kept.rows) expect(at >= stretch.from && at < stretch.to).toBe(true);
});

test("the picture, the list and the marks are as quick, and as few statements, with 10 pages as with 10,000", async () => {
  const counts: number[] = [];
  const times: number[] = [];
  for (const [count, hours] of [
    [10, 24],
    [10_000, 1],
  ] as const) {
    const actor = await makePerson(world.clinicId, "patient");
    await fill(actor, count, hours);
    const { personId } = actor;
    const picture = () =>
      read(actor, async (db) => {
        const { first } = await findExtent(db, personId);
        await listPathSessions(db, personId);
        const groups = await listGroups(db, personId, first ?? now(), now());
        const doses = [ago(300), ago(200), ago(100)].map((at) => ({ id: newId(), at }));
        const stretches = await countStretches(db, personId, stretchesOf(doses, now()));
        await findFirstAndLatest(db, personId);
        return { groups, stretches };
      });
    const list = () =>
      read(actor, async (db) => {
        const page = await listThings(db, personId, {});
        await listThings(db, personId, { after: page.after });
        await listMarks(db, personId, ago(1000));
      });
    for (const load of [picture, list]) {
      times.push(await fastest(load));
      counts.push(await countStatements(load));
    }
    const { groups, stretches } = await picture();
    expect(groups.length).toBeLessThan(1300);
    const pages = stretches.reduce((sum, { counts: { entry = 0 } }) => sum + entry, 0);
    expect(pages).toBe(count);
  }
  expect(counts.slice(2)).toEqual(counts.slice(0, 2));
  for (const time of times) expect(time).toBeLessThan(300);
});

test("groups say how much lies together, what is newest, and how the days were", async () => {
  const actor = await makePerson(world.clinicId, "patient");
  await fill(actor, 48, 1);
  const groups = await read(actor, (db) => listGroups(db, actor.personId, ago(3), now()));
  const words = groups.filter(({ look }) => look === "words");
  expect(words.reduce((sum, { count }) => sum + count, 0)).toBe(48);
  expect(words.length).toBeLessThanOrEqual(3);
  for (const { look, mood } of groups) expect(mood === null).toBe(look !== "checkIns");
});

test("marks come as one time a day", async () => {
  const actor = await makePerson(world.clinicId, "patient");
  await fill(actor, 72, 1);
  const { words, practices } = await read(actor, (db) => listMarks(db, actor.personId, ago(30)));
  for (const times of [words, practices]) {
    expect(times.length).toBeGreaterThanOrEqual(3);
    expect(times.length).toBeLessThanOrEqual(5);
    expect(times[0]).toBeInstanceOf(Date);
  }
});

test("then and now are the first and the latest words, and before any words there are none", async () => {
  const { patient } = world.actors;
  const { first, latest } = await read(patient, (db) => findFirstAndLatest(db, patient.personId));
  expect(first && latest && first.at < latest.at).toBe(true);
  const actor = await makePerson(world.clinicId, "patient");
  expect(await read(actor, (db) => findFirstAndLatest(db, actor.personId))).toEqual({});
  expect(await read(actor, (db) => listDoseTimes(db, actor.personId))).toEqual([]);
  expect(await read(actor, (db) => findExtent(db, actor.personId))).toEqual({ first: null, pages: 0 });
});
