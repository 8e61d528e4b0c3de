import { beforeAll, describe, expect, test } from "vitest";
import { asRole, asSuperuser } from "../support/database";
import { sight } from "../support/sight";
import { makeWorld, people, type Who, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const rowsSeen = (handleHash: string, table: string, column = "id") =>
  asRole("portal_app", async (sql) => {
    await sql.query("begin");
    await sql.query("select from enter($1)", [handleHash]);
    const { rows } = await sql.query(`select "${column}" as id from "${table}"`);
    await sql.query("rollback");
    return rows.map((row) => row.id as string);
  });

describe("what each person sees of one patient's record", () => {
  const cases = Object.keys(sight).flatMap((table) => people.map((who) => [table, who] as const));
  test.each(cases)("%s, by %s", async (table, who) => {
    const names = new Map(Object.entries(world.ids).map(([name, id]) => [id, name]));
    const seen = (await rowsSeen(world.actors[who].handleHash, table)).map((id) => names.get(id)).filter(Boolean);
    expect(seen.sort()).toEqual((sight[table]?.[who] ?? []).sort());
  });
});

/** The rows about the patient that have no name in the record: the table, the column that tells them, the row, and who sees it. */
const rowsAbout: [table: string, column: string, row: (world: World) => string | undefined, seers: Who[]][] = [
  ["Person", "id", ({ actors }) => actors.patient.personId, ["patient", "therapist", "admin", "companion"]],
  ["Contact", "personId", ({ actors }) => actors.patient.personId, ["patient", "therapist", "admin"]],
  ["CompanionGrantSession", "grantId", ({ ids }) => ids.expiredGrant, ["patient", "therapist"]],
  ["Fit", "patientId", ({ actors }) => actors.patient.personId, ["patient"]],
];

test.each(rowsAbout)(
  "%s: the patient's row is there for those it is meant for, and nobody else",
  async (table, column, row, seers) => {
    const seen = [];
    for (const who of people) {
      if ((await rowsSeen(world.actors[who].handleHash, table, column)).includes(row(world) ?? "")) seen.push(who);
    }
    expect(seen.sort()).toEqual([...seers].sort());
  },
);

describe("the closed database", () => {
  const tables = () =>
    asSuperuser(async (sql) => {
      const { rows } = await sql.query(
        `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
           exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname <> 'owner') as policy,
           exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinicId') as clinic
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'`,
      );
      return rows as { name: string; forced: boolean; policy: boolean; clinic: boolean }[];
    });

  test("every table forces row-level security, has a policy and belongs to a clinic", async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter(({ forced }) => !forced)).toEqual([]);
    expect(all.filter(({ policy }) => !policy)).toEqual([]);
    expect(
      all
        .filter(({ clinic }) => !clinic)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["Account", "Clinic", "Installation", "RateLimit"]);
  });

  test("every table of a patient's record stands in the matrix above", async () => {
    const withPatient = await asSuperuser(async (sql) => {
      const { rows } = await sql.query(
        `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'patientId'
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
      );
      return rows.map((row) => row.name as string);
    });
    const elsewhere = withPatient.filter((name) => !(name in sight));
    expect(elsewhere.sort()).toEqual(["CompanionGrantSession", "Fit"]);
    expect(rowsAbout.map(([table]) => table)).toEqual(expect.arrayContaining(elsewhere));
  });

  test("a table without a policy would be noticed", async () => {
    const noticed = await asSuperuser(async (sql) => {
      await sql.query('begin; create table "Planted" ("id" uuid)');
      const { rows } = await sql.query(`select relrowsecurity from pg_class where relname = 'Planted'`);
      await sql.query("rollback");
      return rows[0].relrowsecurity === false;
    });
    expect(noticed).toBe(true);
  });

  test.each([
    ["nobody", ""],
    ["a forged handle", "f".repeat(64)],
  ])("%s sees no row of any table", async (_who, handleHash) => {
    for (const { name } of await tables()) {
      const seen = await rowsSeen(handleHash, name, firstColumn(name)).catch((error: Error) => error.message);
      expect(Array.isArray(seen) ? seen : seen.includes("permission denied"), name).toEqual(
        Array.isArray(seen) ? [] : true,
      );
    }
  });

  test("one clinic's people see no row of another clinic", async () => {
    for (const who of people.filter((name) => name.startsWith("stranger"))) {
      for (const { name, clinic } of await tables()) {
        if (!clinic) continue;
        const seen = await rowsSeen(world.actors[who].handleHash, name, "clinicId").catch(() => []);
        expect(
          seen.filter((id) => id === world.clinicId),
          `${who} in ${name}`,
        ).toEqual([]);
      }
    }
  });

  test("the application may delete nowhere, and reads neither accounts nor sign-ins", async () => {
    const { rows } = await asSuperuser((sql) =>
      sql.query(
        `select table_name, privilege_type from information_schema.role_table_grants where grantee in ('portal_app', 'portal_admin', 'portal_therapist', 'portal_patient', 'portal_companion')
         and (privilege_type in ('DELETE', 'TRUNCATE') or table_name in ('Account', 'SignIn', 'PasswordReset', 'RateLimit'))`,
      ),
    );
    expect(rows).toEqual([]);
  });

  test("taking another role shows nothing", async () => {
    for (const role of ["portal_admin", "portal_therapist", "portal_companion"]) {
      await asRole("portal_app", async (sql) => {
        await sql.query("begin");
        await sql.query("select from enter($1)", [world.actors.patient.handleHash]);
        await sql.query(`set local role ${role}`);
        for (const { name } of await tables()) {
          if (!(name in sight)) continue;
          const { rows } = await sql.query(`select "patientId" as id from "${name}"`);
          expect(rows, `${name} as ${role}`).toEqual(name === "AuditEntry" ? expect.anything() : []);
        }
      });
    }
  });

  test("a connection that is used again for another person shows nothing of the first", async () => {
    await asRole("portal_app", async (sql) => {
      await sql.query("begin");
      await sql.query("select from enter($1)", [world.actors.patient.handleHash]);
      expect((await sql.query('select 1 from "Goal"')).rowCount).toBe(2);
      await sql.query("commit");
      await expect(sql.query('select 1 from "Goal"')).rejects.toThrow("permission denied");
    });
  });
});

describe("what nobody changes, not even the owner", () => {
  test.each([
    ["a signed note", `update "Note" set "sections" = '{"s":"x"}' where "state" = 'signed'`],
    ["a signature", `update "Note" set "state" = 'draft' where "state" = 'signed'`],
    ["an addendum", `update "NoteAddendum" set "text" = 'x'`],
    ["an audit entry", `update "AuditEntry" set "verb" = 'x'`],
    ["a wording", `update "IntentionWording" set "text" = 'x'`],
    ["a handed over note", `update "CompanionNote" set "sawSealed" = 'x' where "handedOverAt" is not null`],
    ["a decision on release", `update "NoteRelease" set "state" = 'released' where "state" = 'withheld'`],
    ["a note, by deleting it", `delete from "Note"`],
    ["an audit entry, by deleting it", `delete from "AuditEntry"`],
    ["a session, by deleting it", `delete from "Session"`],
  ])("%s", async (_what, statement) => {
    await asSuperuser(async (sql) => {
      await expect(sql.query(`set role portal_owner; ${statement}`)).rejects.toThrow(
        /cannot be|stays as it is|superseded/,
      );
    });
  });

  test("a row cannot move to another patient or clinic", async () => {
    await asSuperuser(async (sql) => {
      const move = sql.query('update "Goal" set "patientId" = $1', [world.actors.otherPatient.personId]);
      await expect(move).rejects.toThrow("stays with its clinic and its patient");
    });
  });

  test("a row cannot be laid under another patient's session", async () => {
    const { otherPatient } = world.actors;
    await asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [otherPatient.handleHash]);
      const attempt = sql.query(
        'insert into "Intention" ("id", "clinicId", "patientId", "sessionId") values (gen_random_uuid(), $1, $2, $3)',
        [world.clinicId, otherPatient.personId, world.ids.nextSession],
      );
      await expect(attempt).rejects.toThrow("belongs to another record");
    });
  });
});

const firstColumn = (table: string) =>
  ({
    Contact: "personId",
    CompanionGrantSession: "grantId",
    Fit: "patientId",
    AuditLink: "entryId",
    Submission: "key",
    RateLimit: "key",
  })[table] ?? "id";
