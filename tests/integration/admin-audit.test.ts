import { expect, test } from "vitest";
import { editPerson } from "@/lib/accounts/people/commands";
import { exportAudit } from "@/lib/audit/commands";
import { listAuditEntries, listSignInActivity } from "@/lib/audit/queries";
import { auditFilter, signInFilter } from "@/lib/audit/schema";
import { assign } from "@/lib/careTeams/commands";
import type { Actor } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import type { Place } from "@/lib/core/pages";
import { logSystem, system } from "@/lib/core/system";
import { saveDraft } from "@/lib/notes/commands";
import { draftInput } from "@/lib/notes/schema";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { holdSession } from "@/prisma/seed/sessions";
import { entriesOf, inDays, makeBusyClinic, makeOthers } from "../support/admin";
import { asSuperuser } from "../support/database";
import { countStatements } from "../support/statements";

const list = (actor: Actor, filter: object = {}, place: Place = {}) =>
  read(actor, (db) => listAuditEntries(db, auditFilter.parse(filter), place, "UTC"));
const verbs = async (actor: Actor, filter: object = {}) => (await list(actor, filter)).rows.map(({ verb }) => verb);

async function exported(actor: Actor, filter: object = {}) {
  let text = "";
  for await (const part of exportAudit(actor, auditFilter.parse(filter))) text += part;
  return text;
}

test("an admin sees who did what on whose record, and never what was written", async () => {
  const { admin, therapist, patient } = await makeBusyClinic();
  const sessionId = await holdSession(therapist, patient, { startsAt: inDays(-2) });
  const words = "They spoke of the heavy coat";
  await saveDraft(therapist, draftInput.parse({ sessionId, version: 0, format: "soap", subjective: words }));
  const [newest] = (await list(admin, { group: "notes" })).rows;
  expect(newest).toMatchObject({ verb: "note.draft", actor: { name: "Ana Reyes" }, patient: { name: "Noor" } });
  expect(JSON.stringify((await list(admin)).rows)).not.toContain("coat");
  expect(await exported(admin)).not.toContain("coat");
});

test("the log is narrowed by who acted, whose record, what and when", async () => {
  const { clinicId, admin, therapist, patient } = await makeBusyClinic();
  const mika = await makePerson(clinicId, "patient", { name: "Mika" });
  const long = new Date("2020-02-29T15:00:00Z");
  await withClock(long, () => assign(admin, { patientId: mika.personId, therapistId: therapist.personId, until: "" }));
  expect(await verbs(admin, { by: "reyes" })).toEqual(["session.schedule"]);
  expect(await verbs(admin, { by: therapist.personId })).toEqual(["session.schedule"]);
  expect(await verbs(admin, { record: "mika" })).toEqual(["careTeam.assign"]);
  expect(await verbs(admin, { record: patient.personId, group: "sessions" })).toEqual(["session.schedule"]);
  expect(await verbs(admin, { from: "2020-02-29", until: "2020-02-29" })).toEqual(["careTeam.assign"]);
  expect(await verbs(admin, { until: "2020-02-28" })).toEqual([]);
  expect(await verbs(admin, { group: "nonsense", from: "yesterday" })).toHaveLength(3);
});

test("paging through the log shows every entry once, those of one moment included", async () => {
  const { clinicId, admin } = await makeClinic();
  await addEntries(clinicId, 60);
  const first = await list(admin);
  const second = await list(admin, {}, { after: first.after });
  const third = await list(admin, {}, { after: second.after });
  expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(60);
  expect(third.after).toBeUndefined();
  expect((await list(admin, {}, { before: third.before })).rows).toEqual(second.rows);
});

test("5, 50 and 500 entries cost the same number of statements", async () => {
  const { clinicId, admin } = await makeClinic();
  const costs: number[] = [];
  for (const more of [5, 45, 450]) {
    await addEntries(clinicId, more);
    costs.push(await countStatements(() => list(admin)));
  }
  expect(new Set(costs).size).toBe(1);
});

test("only an admin of the clinic sees the log; others see their own acts at most", async () => {
  const { clinicId } = await makeBusyClinic();
  for (const [who, actor] of await makeOthers(clinicId)) {
    expect((await list(actor)).rows, who).toEqual([]);
    if (actor.clinicId === clinicId) await expect(exported(actor), who).rejects.toMatchObject({ code: "refused" });
  }
});

test("the export holds the whole log in order, is itself an entry, and runs nothing in a spreadsheet", async () => {
  const { clinicId, admin, therapist } = await makeBusyClinic();
  await addEntries(clinicId, 1_200);
  await editPerson(admin, {
    personId: therapist.personId,
    version: 1,
    name: '=HYPERLINK("http://x","y")',
    fullName: "",
    credentials: "",
    phone: "",
  });
  const lines = (await exported(admin)).trimEnd().split("\r\n");
  expect(lines[0]).toBe('"At (UTC)","Who","Role","Verb","In words","Whose record","What","Id of what"');
  expect(lines).toHaveLength(1 + 1_200 + 4);
  expect(lines[1]).toContain('"audit.export","Exported the audit log"');
  expect(lines.filter((line) => line.includes("HYPERLINK"))).toEqual([
    expect.stringContaining(`"'=HYPERLINK(""http://x"",""y"")"`),
  ]);
  expect(await entriesOf(admin, "audit.export")).toMatchObject([{ actorId: admin.personId }]);
});

test("an export whose sign-in ends on the way fails rather than look complete", async () => {
  const { clinicId, admin } = await makeClinic();
  await addEntries(clinicId, 1_200);
  const parts = exportAudit(admin, auditFilter.parse({}));
  await parts.next();
  await parts.next();
  await asSuperuser((sql) =>
    sql.query(`update "SignIn" set "endedAt" = now() where "personId" = $1`, [admin.personId]),
  );
  await expect(parts.next()).rejects.toThrow();
});

test("sign-ins that succeeded, failed and ended are listed with whose they were", async () => {
  const { clinicId, admin } = await makeClinic();
  const { personId, accountId, role } = await makePerson(clinicId, "therapist", { name: "Ana Reyes" });
  await system("accounts", async (db) => {
    await logSystem(db, "signIn.refuse", { clinicId, subject: "account", subjectId: accountId });
    await logSystem(db, "signIn.refuse", { clinicId, subject: "account" });
    await logSystem(db, "signIn.start", { clinicId, actorId: personId, role });
    await logSystem(db, "signIn.end", { clinicId, actorId: personId, role });
    await logSystem(db, "password.change", { clinicId, actorId: personId, role });
  });
  const activity = (filter: object) =>
    read(admin, (db) => listSignInActivity(db, signInFilter.parse(filter), {})).then(({ rows }) =>
      rows.map(({ verb, actor, about }) => `${verb} ${(actor ?? about)?.name ?? "–"}`),
    );
  expect(await activity({})).toHaveLength(4);
  expect((await activity({ outcome: "failed" })).sort()).toEqual(["signIn.refuse Ana Reyes", "signIn.refuse –"]);
  expect(await activity({ outcome: "ended", who: personId })).toEqual(["signIn.end Ana Reyes"]);
  expect(await activity({ outcome: "failed", who: "reyes" })).toEqual(["signIn.refuse Ana Reyes"]);
  expect(await activity({ who: "robin" })).toEqual([]);
});

/** Many entries of one and the same moment. */
const addEntries = (clinicId: string, many: number) =>
  asSuperuser((sql) =>
    sql.query(
      `insert into "AuditEntry" ("id", "clinicId", "at", "system", "verb")
       select gen_random_uuid(), $1, '2026-01-01', 'accounts', 'password.askReset' from generate_series(1, $2)`,
      [clinicId, many],
    ),
  );
