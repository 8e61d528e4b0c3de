import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/db";
import { adding, attempt, changing, type Row, type Statement } from "../support/forging";
import { makeWorld, type Who, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const id = (who: Who) => world.actors[who].personId;
const row = (name: string) => world.ids[name];
const at = new Date();
const ofPatient = (table: string, values: Row) => adding(world, table, { patientId: id("patient"), ...values });

const agreement = (values: Row) =>
  ofPatient("Agreement", {
    sessionId: row("dueSession"),
    grantId: row("grant"),
    sealed: "v1.x",
    savedAt: at,
    savedById: id("companion"),
    ...values,
  });
const lookIn = (values: Row) =>
  ofPatient("LookIn", { sessionId: row("runningSession"), authorId: id("companion"), at, ...values });
const call = (values: Row) =>
  ofPatient("StaffCall", {
    sessionId: row("runningSession"),
    authorId: id("companion"),
    at,
    receivedAt: at,
    ...values,
  });
const quote = (values: Row) =>
  ofPatient("Quote", { sessionId: row("session"), authorId: id("therapist"), at, textSealed: "v1.x", ...values });
const recallItem = (values: Row) =>
  ofPatient("RecallItem", {
    sessionId: row("session"),
    subject: "quote",
    subjectId: row("sharedQuote"),
    changedAt: at,
    ...values,
  });
const suspension = (values: Row) =>
  ofPatient("Suspension", { grantId: row("grant"), byId: id("therapist"), reasonSealed: "v1.x", at, ...values });
const drawerLine = () =>
  ofPatient("DrawerLine", {
    sessionId: row("session"),
    grantId: row("revokedGrant"),
    at,
    textSealed: "v1.x",
    deliveredAt: at,
  });

const refusals = ["42501", "23000", "23514"];
const outcomeOf = async (who: Who, [text, values]: Statement) =>
  attempt(world.actors[who].handleHash, text, values).then(
    (rows) => `${rows} rows`,
    (error: { code: string }) => error.code,
  );

describe("what the database refuses around the room, whatever the application says", () => {
  const refused: [Who, string, () => Statement][] = [
    ["companion", "confirms for the patient", () => agreement({ patientVersion: 1, patientAt: at })],
    ["patient", "confirms for the companion", () => agreement({ savedById: id("patient"), companionVersion: 1 })],
    ["companion", "agrees in the patient's name", () => agreement({ savedById: id("patient") })],
    ["companion", "agrees once the session runs", () => agreement({ sessionId: row("runningSession") })],
    ["companion", "agrees under another's grant", () => agreement({ grantId: row("suspendedGrant") })],
    [
      "revokedCompanion",
      "agrees after the end",
      () => agreement({ savedById: id("revokedCompanion"), grantId: row("revokedGrant") }),
    ],
    ["therapist", "agrees for them", () => agreement({ savedById: id("therapist") })],
    ["revokedCompanion", "looks in after the end", () => lookIn({ authorId: id("revokedCompanion") })],
    ["suspendedCompanion", "calls while paused", () => call({ authorId: id("suspendedCompanion") })],
    ["companion", "looks in in another's name", () => lookIn({ authorId: id("revokedCompanion") })],
    ["companion", "calls with the answer in it", () => call({ acknowledgedAt: at })],
    [
      "therapist",
      "answers in another's name",
      () => changing("StaffCall", "acknowledgedById", id("colleague"), row("staffCall")),
    ],
    ["companion", "moves a look-in", () => changing("LookIn", "at", at, row("lookIn"))],
    ["therapist", "writes a quote in another's name", () => quote({ authorId: id("colleague") })],
    ["colleague", "quotes another's patient", () => quote({ authorId: id("colleague") })],
    ["patient", "writes a quote", () => quote({})],
    ["therapist", "rewords a quote that is shared", () => changing("Quote", "textSealed", "v1.y", row("sharedQuote"))],
    ["therapist", "arranges a patient's desk", () => recallItem({})],
    ["patient", "arranges under another's session", () => recallItem({ patientId: id("otherPatient") })],
    [
      "patient",
      "remembers beside a line that is not handed over",
      () => ofPatient("Memory", { lineId: row("openLine"), sealed: "x", at }),
    ],
    ["companion", "opens a line for the patient", () => changing("CompanionLine", "openedAt", at, row("openLine"))],
    ["patient", "rewords a handed over line", () => changing("CompanionLine", "textSealed", "v1.y", row("handedLine"))],
    ["companion", "lays something into the drawer", drawerLine],
    ["patient", "lays something into the drawer", drawerLine],
    ["colleague", "pauses another's companion", () => suspension({ byId: id("colleague") })],
    ["therapist", "pauses in another's name", () => suspension({ byId: id("colleague") })],
    ["patient", "pauses as if a therapist had", () => changing("CompanionGrant", "suspendedAt", at, row("grant"))],
    ["patient", "opens ended access again", () => changing("CompanionGrant", "endedAt", null, row("revokedGrant"))],
    [
      "companion",
      "changes what becomes of unsent words",
      () => changing("CompanionGrant", "unsent", "discard", row("revokedGrant")),
    ],
  ];
  test.each(refused)("%s %s", async (who, _what, statement) => {
    expect([...refusals, "0 rows"]).toContain(await outcomeOf(who, statement()));
  });
});

describe("what stays possible", () => {
  const allowed: [Who, string, () => Statement][] = [
    ["companion", "agrees", () => agreement({})],
    ["patient", "agrees and confirms", () => agreement({ savedById: id("patient"), patientVersion: 1, patientAt: at })],
    ["companion", "looks in", () => lookIn({})],
    ["companion", "calls", () => call({})],
    ["therapist", "quotes", () => quote({})],
    ["patient", "arranges the desk", () => recallItem({})],
    ["patient", "opens a handed over line", () => changing("CompanionLine", "openedAt", at, row("handedLine"))],
    ["therapist", "pauses a companion", () => suspension({})],
    ["patient", "agrees that a name goes", () => changing("CompanionGrant", "nameGoneAt", at, row("revokedGrant"))],
  ];
  test.each(allowed)("%s %s", async (who, _what, statement) => {
    expect(await outcomeOf(who, statement())).toBe("1 rows");
  });
});

const deliver = (who: Who, session: string, said: string) =>
  attempt(
    world.actors[who].handleHash,
    `select 1 from deliver_to_drawer($1, $2, ${said}, 'v1.x', now()) as taken where taken`,
    [newId(), row(session)],
  );

test("only what was written before the end, under a grant of one's own, comes into the drawer", async () => {
  expect(await deliver("revokedCompanion", "session", "now() - interval '2 days'")).toBe(1);
  expect(await deliver("revokedCompanion", "session", "now()")).toBe(0);
  expect(await deliver("suspendedCompanion", "session", "now() - interval '2 days'")).toBe(1);
  for (const who of ["companion", "strangerCompanion", "patient", "therapist", "admin"] as const) {
    expect(await deliver(who, "session", "now() - interval '2 days'"), who).toBe(0);
  }
});

test("the admin knows of a companion's access by its dates, and nobody else does", async () => {
  for (const who of Object.keys(world.actors) as Who[]) {
    const seen = await attempt(world.actors[who].handleHash, "select * from grant_dates()");
    expect(seen, who).toBe(who === "admin" ? 4 : 0);
  }
});
