import { expect, test } from "vitest";
import { isPassword } from "@/lib/accounts/passwords/gateway";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { asSuperuser } from "../support/database";

test("the demonstration has people at different points of a course, and nobody is left signed in", async () => {
  await seedDemonstration({ password: "let us look around" });
  await asSuperuser(async (sql) => {
    const one = async (query: string) => (await sql.query(query)).rows[0];
    expect(await one('select "isDemonstration" from "Clinic"')).toEqual({ isDemonstration: true });
    const { rows: accounts } = await sql.query('select "email", "passwordHash" from "Account"');
    expect(accounts.map(({ email }) => email).sort()).toEqual(
      ["admin", "companion", "patient", "patient2", "patient3", "therapist", "therapist2"]
        .map((name) => `${name}@demo.test`)
        .sort(),
    );
    expect(await isPassword("let us look around", accounts[0].passwordHash)).toBe(true);
    expect(
      await one(`select count(*)::int from "Session" where "state" = 'completed' and "completedAt" > now()`),
    ).toEqual({ count: 0 });
    expect(await one(`select count(*)::int from "Session" where "state" = 'scheduled' and "startsAt" < now()`)).toEqual(
      { count: 0 },
    );
    expect(await one('select count(*)::int from "SignIn" where "endedAt" is null')).toEqual({ count: 0 });
    expect(await one('select count(*)::int from "CompanionNote" where "handedOverAt" is not null')).toEqual({
      count: 2,
    });
    expect(await one('select count(*)::int from "AuditEntry" where "at" > now()')).toEqual({ count: 0 });
  });
});
