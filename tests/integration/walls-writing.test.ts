import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/db";
import { makePerson } from "@/prisma/seed/factories";
import { asSuperuser } from "../support/database";
import { attempt, changing, adding as forged, type Row, type Statement } from "../support/forging";
import { makeWorld, type Who, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const id = (who: Who) => world.actors[who].personId;
const row = (name: string) => world.ids[name];

const adding = (table: string, values: Row) => forged(world, table, values);

const at = new Date();
const invitation = (values: Row) =>
  adding("Invitation", {
    email: `${newId()}@people.test`,
    name: "Sam",
    role: "companion",
    tokenHash: newId(),
    createdAt: at,
    sentAt: at,
    expiresAt: at,
    ...values,
  });
const mail = (to: string) => adding("Mail", { to, subject: "x", sealed: "v1.x", createdAt: at });
const entry = (values: Row) => adding("AuditEntry", { at, verb: "record.open", ...values });
const debrief = (values: Row) =>
  adding("CompanionNote", {
    patientId: id("patient"),
    sessionId: row("runningSession"),
    grantId: row("grant"),
    authorId: id("companion"),
    sawSealed: "v1.x",
    seemedSealed: "v1.x",
    createdAt: at,
    savedAt: at,
    ...values,
  });
const place = (values: Row) =>
  adding("CareTeamMember", {
    patientId: id("otherPatient"),
    therapistId: id("colleague"),
    from: at,
    addedById: id("admin"),
    ...values,
  });
const seen = (subjectId: string | undefined) =>
  adding("ShareSeen", { patientId: id("patient"), subjectId, personId: id("therapist"), at });
const share = (companionId: string) =>
  adding("Share", {
    patientId: id("patient"),
    subject: "intention",
    subjectId: row("ownIntention"),
    audience: "companion",
    companionId,
    sharedAt: at,
  });

describe("what the database refuses, whatever the application says", () => {
  const refused: [Who, string, () => Statement][] = [
    ["admin", "puts a person on another account", () => changing("Person", "accountId", newId(), id("patient"))],
    ["admin", "turns a clinic into a demonstration", () => changing("Clinic", "isDemonstration", true, world.clinicId)],
    ["admin", "readdresses letters", () => changing("Contact", "email", "a@b.test", id("patient"), "personId")],
    [
      "otherPatient",
      "invites to another's grant",
      () => invitation({ createdById: id("otherPatient"), grantId: row("grant") }),
    ],
    ["admin", "invites to a patient's grant", () => invitation({ createdById: id("admin"), grantId: row("grant") })],
    ["admin", "invites in another's name", () => invitation({ createdById: id("therapist"), role: "therapist" })],
    [
      "admin",
      "invites what is accepted already",
      () => invitation({ createdById: id("admin"), role: "patient", acceptedAt: at }),
    ],
    ["admin", "opens a used invitation", () => ['update "Invitation" set "acceptedAt" = null', []]],
    ["admin", "readdresses an invitation", () => [`update "Invitation" set "email" = 'a@b.test'`, []]],
    ["companion", "writes to anybody", () => mail("anybody@example.test")],
    ["colleague", "writes to another's patient", () => mail(`${id("patient")}@people.test`)],
    ["companion", "logs in another role", () => entry({ actorId: id("companion"), role: "admin" })],
    ["companion", "logs in another's name", () => entry({ actorId: id("therapist"), role: "therapist" })],
    [
      "colleague",
      "logs on another's patient",
      () => entry({ actorId: id("colleague"), role: "therapist", patientId: id("patient") }),
    ],
    [
      "admin",
      "logs on a patient of another clinic",
      () => entry({ actorId: id("admin"), role: "admin", patientId: id("strangerPatient") }),
    ],
    ["companion", "writes under another's grant", () => debrief({ grantId: row("suspendedGrant") })],
    ["companion", "begins a note that is opened", () => debrief({ openedAt: at })],
    [
      "companion",
      "opens a note for the patient",
      () => changing("CompanionNote", "openedAt", at, row("openDebrief") ?? ""),
    ],
    [
      "companion",
      "moves a note to another session",
      () => changing("CompanionNote", "sessionId", row("nextSession"), row("openDebrief") ?? ""),
    ],
    [
      "companion",
      "moves a line to another note",
      () => changing("CompanionLine", "noteId", row("handedDebrief"), row("openLine") ?? ""),
    ],
    [
      "patient",
      "moves an intention to another session",
      () => changing("Intention", "sessionId", row("dueSession"), row("ownIntention") ?? ""),
    ],
    [
      "patient",
      "puts a goal into another course",
      () => changing("Goal", "courseId", row("course"), row("ownGoal") ?? ""),
    ],
    ["patient", "shares with somebody who is no companion", () => share(id("strangerCompanion"))],
    ["therapist", "says to have seen what is not shared", () => seen(row("ownGoal"))],
    ["admin", "adds to a care team in another's name", () => place({ addedById: id("therapist") })],
    [
      "admin",
      "ends a place in another's name",
      () => changing("CareTeamMember", "endedById", id("therapist"), row("place") ?? ""),
    ],
  ];
  test.each(refused)("%s %s", async (who, _what, statement) => {
    const [text, values] = statement();
    await expect(attempt(world.actors[who].handleHash, text, values)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("what stays possible", () => {
  const allowed: [Who, string, () => Statement][] = [
    ["admin", "invites", () => invitation({ createdById: id("admin"), role: "patient" })],
    ["patient", "invites to an own grant", () => invitation({ createdById: id("patient"), grantId: row("grant") })],
    ["admin", "logs on a patient", () => entry({ actorId: id("admin"), role: "admin", patientId: id("patient") })],
    [
      "companion",
      "logs on their patient",
      () => entry({ actorId: id("companion"), role: "companion", patientId: id("patient") }),
    ],
    ["companion", "writes under the own grant", () => debrief({})],
    ["patient", "shares with a companion", () => share(id("companion"))],
    ["therapist", "has seen what is shared", () => seen(row("sharedGoal"))],
    ["admin", "adds to a care team", () => place({})],
  ];
  test.each(allowed)("%s %s", async (who, _what, statement) => {
    const [text, values] = statement();
    await expect(attempt(world.actors[who].handleHash, text, values)).resolves.toBe(1);
  });
});

test("a place on a care team opens nothing to somebody who is no therapist any more", async () => {
  const other = await makePerson(world.clinicId, "admin");
  const [text, values] = place({ patientId: id("patient"), therapistId: other.personId, from: new Date(0) });
  await asSuperuser((sql) =>
    sql.query("set session_replication_role = replica").then(() => sql.query(text, [...values])),
  );
  expect(await attempt(other.handleHash, 'select 1 from "Note"')).toBe(0);
});

test("nobody puts a job in the place of another letter's", async () => {
  const job = `select enqueue('mail', '{"id":"${newId()}"}', 'mail:${newId()}')`;
  await expect(attempt(world.actors.companion.handleHash, job)).rejects.toThrow("a job of its own");
});
