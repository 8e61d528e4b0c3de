import type pg from "pg";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/db";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { asSuperuser } from "./database";
import { gathered } from "./gathered";
import { fillRoom } from "./world-room";
import { fillSpace } from "./world-space";

export const people = [
  "patient",
  "therapist",
  "colleague",
  "formerTherapist",
  "companion",
  "revokedCompanion",
  "suspendedCompanion",
  "expiredCompanion",
  "otherPatient",
  "admin",
  "strangerAdmin",
  "strangerTherapist",
  "strangerPatient",
  "strangerCompanion",
] as const;
export type Who = (typeof people)[number];

/** One patient's record with a row of every kind, everybody who might look at it, and another clinic. Row ids by name. */
export type World = { actors: Record<Who, Actor>; clinicId: string; ids: Record<string, string> };

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);

export async function makeWorld(): Promise<World> {
  const { clinicId, admin } = await makeClinic();
  const stranger = await makeClinic({ name: "Another clinic" });
  const actors: Record<Who, Actor> = {
    admin,
    patient: await makePerson(clinicId, "patient"),
    otherPatient: await makePerson(clinicId, "patient"),
    therapist: await makePerson(clinicId, "therapist"),
    colleague: await makePerson(clinicId, "therapist"),
    formerTherapist: await makePerson(clinicId, "therapist"),
    companion: await makePerson(clinicId, "companion"),
    revokedCompanion: await makePerson(clinicId, "companion"),
    suspendedCompanion: await makePerson(clinicId, "companion"),
    expiredCompanion: await makePerson(clinicId, "companion"),
    strangerAdmin: stranger.admin,
    strangerTherapist: await makePerson(stranger.clinicId, "therapist"),
    strangerPatient: await makePerson(stranger.clinicId, "patient"),
    strangerCompanion: await makePerson(stranger.clinicId, "companion"),
  };
  const ids: Record<string, string> = {};
  const world = { actors, clinicId, ids };
  await asSuperuser((sql) => fill(world, sql));
  return world;
}

export type Add = (name: string, table: string, row: Record<string, unknown>) => Promise<string>;

/** Lays rows of the patient's record, each under a name. */
function adder({ actors, clinicId, ids }: World, sql: pg.Client): Add {
  return async (name, table, row) => {
    const id = typeof row.id === "string" ? row.id : newId();
    ids[name] = id;
    const all: Record<string, unknown> = { id, clinicId, patientId: actors.patient.personId, ...row };
    if (table === "CompanionGrantSession" || table === "Fit") delete all.id;
    if (row.patientId === null) delete all.patientId;
    const columns = Object.keys(all);
    await sql.query(
      `insert into "${table}" (${columns.map((column) => `"${column}"`).join(", ")}) values (${columns.map((_, at) => `$${at + 1}`).join(", ")})`,
      Object.values(all),
    );
    return id;
  };
}

async function fill(world: World, sql: pg.Client) {
  const { actors, ids } = world;
  const id = (who: Who) => actors[who].personId;
  const add = adder(world, sql);

  const member = { addedById: id("admin"), from: ago(90) };
  await add("place", "CareTeamMember", { ...member, therapistId: id("therapist") });
  await add("endedPlace", "CareTeamMember", { ...member, therapistId: id("formerTherapist"), until: ago(1) });

  const courseId = await add("course", "Course", { startedAt: ago(60) });
  const session = { courseId, therapistId: id("therapist"), kind: "dosing", createdAt: ago(60) };
  const done = { state: "completed", startedAt: ago(7), completedAt: ago(7) };
  const past = await add("session", "Session", { ...session, ...done, startsAt: ago(7.1), endsAt: ago(7) });
  const next = await add("nextSession", "Session", { ...session, startsAt: ago(-7), endsAt: ago(-7.1) });
  await add("oldSession", "Session", {
    ...session,
    ...done,
    completedAt: ago(50),
    startsAt: ago(50.1),
    endsAt: ago(50),
  });
  const hours = (count: number) => ago(count / 24);
  const running = { state: "inProgress", startedAt: hours(3), startsAt: hours(3), endsAt: hours(2) };
  await add("runningSession", "Session", { ...session, ...running });
  await add("dueSession", "Session", { ...session, startsAt: hours(0.5), endsAt: hours(-0.5) });
  await add("change", "SessionChange", {
    sessionId: past,
    to: "completed",
    at: ago(7),
    byId: id("therapist"),
    reason: "",
  });

  const wording = { number: 1, text: "To let my shoulders down", at: ago(-1) };
  const shared = await add("sharedIntention", "Intention", { sessionId: next });
  await add("sharedWording", "IntentionWording", { ...wording, intentionId: shared });
  const own = await add("ownIntention", "Intention", { sessionId: ids.oldSession });
  const live = { sharedAt: ago(1) };
  await add("shareWithTeam", "Share", { ...live, subject: "intention", subjectId: shared, audience: "careTeam" });
  await add("shareTakenBack", "Share", {
    ...live,
    subject: "intention",
    subjectId: own,
    audience: "careTeam",
    takenBackAt: ago(0),
  });
  for (const who of ["companion", "revokedCompanion", "suspendedCompanion"] as const) {
    await add(`shareWith_${who}`, "Share", {
      ...live,
      subject: "intention",
      subjectId: shared,
      audience: "companion",
      companionId: id(who),
    });
  }

  const goal = { from: "Anger", to: "Ease", createdAt: ago(9), updatedAt: ago(9) };
  await add("ownGoal", "Goal", goal);
  const sharedGoal = await add("sharedGoal", "Goal", goal);
  await add("goalShare", "Share", { ...live, subject: "goal", subjectId: sharedGoal, audience: "careTeam" });
  await add("goalAction", "GoalAction", { goalId: sharedGoal, text: "Walk home", stateAt: ago(9), createdAt: ago(9) });

  const note = { format: "soap", sections: "{}", createdAt: ago(6), savedAt: ago(6) };
  const signature = { state: "signed", signedAt: ago(5), signerName: "Ana Reyes", signerCredentials: "LPC" };
  await add("draft", "Note", { ...note, sessionId: next, authorId: id("therapist") });
  await add("releasedNote", "Note", { ...note, ...signature, sessionId: past, authorId: id("therapist") });
  await add("withheldNote", "Note", { ...note, ...signature, sessionId: past, authorId: id("formerTherapist") });
  await add("formerDraft", "Note", { ...note, sessionId: next, authorId: id("formerTherapist") });
  await add("addendum", "NoteAddendum", {
    noteId: ids.releasedNote,
    authorId: id("therapist"),
    authorName: "Ana Reyes",
    authorCredentials: "LPC",
    text: "Also",
    at: ago(4),
  });
  const decision = { byId: id("therapist"), at: ago(5) };
  await add("release", "NoteRelease", { ...decision, noteId: ids.releasedNote, state: "released" });
  await add("withholding", "NoteRelease", {
    ...decision,
    noteId: ids.withheldNote,
    state: "withheld",
    reason: "privacy",
  });
  await add("privateNote", "PsychotherapyNote", {
    sessionId: past,
    authorId: id("therapist"),
    sealed: "v1.x",
    createdAt: ago(6),
    savedAt: ago(6),
  });

  const grant = { companionName: "Sam", scope: "course", createdAt: ago(30), acceptedAt: ago(29) };
  const liveGrant = await add("grant", "CompanionGrant", {
    ...grant,
    companionId: id("companion"),
    showsIntention: true,
  });
  const revoked = await add("revokedGrant", "CompanionGrant", {
    ...grant,
    companionId: id("revokedCompanion"),
    endedAt: ago(1),
  });
  await add("suspendedGrant", "CompanionGrant", {
    ...grant,
    companionId: id("suspendedCompanion"),
    suspendedAt: ago(1),
  });
  const expired = await add("expiredGrant", "CompanionGrant", {
    ...grant,
    createdAt: ago(60),
    scope: "sessions",
    companionId: id("expiredCompanion"),
  });
  await add("grantSession", "CompanionGrantSession", { grantId: expired, sessionId: ids.oldSession });
  const debrief = { sawSealed: "v1.x", seemedSealed: "v1.x", createdAt: ago(6), savedAt: ago(6) };
  const line = { at: ago(7), textSealed: "v1.x" };
  const handed = { handedOverAt: ago(3) };
  await add("openDebrief", "CompanionNote", {
    ...debrief,
    sessionId: past,
    grantId: liveGrant,
    authorId: id("companion"),
  });
  await add("openLine", "CompanionLine", { ...line, noteId: ids.openDebrief });
  await add("handedDebrief", "CompanionNote", {
    ...debrief,
    ...handed,
    sessionId: past,
    grantId: revoked,
    authorId: id("revokedCompanion"),
  });
  await add("handedLine", "CompanionLine", { ...line, noteId: ids.handedDebrief });
  await add("sharedDebrief", "CompanionNote", {
    ...debrief,
    ...handed,
    sessionId: ids.oldSession,
    grantId: expired,
    authorId: id("expiredCompanion"),
  });
  await add("sharedLine", "CompanionLine", { ...line, noteId: ids.sharedDebrief });
  await add("debriefShare", "Share", {
    ...live,
    subject: "companionNote",
    subjectId: ids.sharedDebrief,
    audience: "careTeam",
  });

  await add("seen", "ShareSeen", { subjectId: shared, personId: id("therapist"), at: ago(0) });
  await add("openedRecord", "AuditEntry", {
    at: ago(1),
    actorId: id("therapist"),
    role: "therapist",
    verb: "record.open",
  });
  await fillSpace(world, add);
  await fillRoom(world, add);
  for (const fillMore of await gathered<(world: World, add: Add) => Promise<void>>("fill")) await fillMore(world, add);
}
