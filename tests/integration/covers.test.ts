import { expect, test } from "vitest";
import { covers } from "@/lib/companions/grants/rules";
import { makePerson } from "@/prisma/seed/factories";
import { assign, hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

/** An access given two days ago, to a whole course or by name, and when a session of three hours began. */
const cases = [
  { scope: "course", began: -72, covered: false },
  { scope: "course", began: -51, covered: true },
  { scope: "course", began: -49, covered: true },
  { scope: "course", began: -2, covered: true },
  { scope: "course", began: 24, covered: true },
  { scope: "sessions", began: -72, covered: true },
  { scope: "sessions", began: 24, covered: true },
  { scope: "other sessions", began: -2, covered: false },
  { scope: "sessions taken out", began: -2, covered: false },
] as const;

test.each(cases)(
  "an access to $scope, for a session that began at hour $began: $covered, here and in the database",
  async (one) => {
    const { patient, therapist, companion } = await makeTrio();
    const given = hoursFromNow(-48);
    const sessionId = await makeSession(therapist, patient, one.began);
    const other = await makeSession(therapist, patient, 72);
    // To the millisecond: a session that ends as the access is given is covered.
    const endsAt = one.began === -51 ? given : hoursFromNow(one.began + 3);
    const named = one.scope === "course" ? undefined : [one.scope === "other sessions" ? other : sessionId];
    const grantId = await makeGrant(patient, companion, named, given);
    const inDatabase = await asSuperuser(async (sql) => {
      await sql.query(`update "Session" set "endsAt" = $1 where "id" = $2`, [endsAt.toISOString(), sessionId]);
      if (one.scope === "sessions taken out") {
        await sql.query(`update "CompanionGrantSession" set "removedAt" = now() where "grantId" = $1`, [grantId]);
      }
      const { rows } = await sql.query(
        `select covers(g, s) from "CompanionGrant" g, "Session" s where g."id" = $1 and s."id" = $2`,
        [grantId, sessionId],
      );
      return rows[0].covers;
    });
    const sessionIds = one.scope === "sessions taken out" ? [] : (named ?? []);
    const access = { scope: named ? ("sessions" as const) : ("course" as const), sessionIds, createdAt: given };
    expect([covers(access, { id: sessionId, endsAt }), inDatabase]).toEqual([one.covered, one.covered]);
  },
);

test("an access is for its own patient's sessions alone", async () => {
  const { admin, patient, therapist, companion, clinicId } = await makeTrio();
  const neighbour = await makePerson(clinicId, "patient");
  await assign(admin, neighbour, therapist);
  const sessionId = await makeSession(therapist, neighbour, 24);
  const grantId = await makeGrant(patient, companion);
  const { rows } = await asSuperuser((sql) =>
    sql.query(`select covers(g, s) from "CompanionGrant" g, "Session" s where g."id" = $1 and s."id" = $2`, [
      grantId,
      sessionId,
    ]),
  );
  expect(rows).toEqual([{ covers: false }]);
});
