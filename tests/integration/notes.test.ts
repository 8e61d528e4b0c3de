import { describe, expect, test } from "vitest";
import { endPlace } from "@/lib/careTeams/commands";
import type { Actor } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { addAddendum, saveDraft, signNote } from "@/lib/notes/commands";
import { findOwnNote, findReadableNote, listDrafts, listSignedByMe, listUnwritten } from "@/lib/notes/queries";
import { draftInput } from "@/lib/notes/schema";
import { holdSession, planSession } from "@/prisma/seed/sessions";
import { asSuperuser } from "../support/database";
import { draft, makePractice, password, signed } from "../support/notes";

const hour = 3_600_000;
const entriesOf = (admin: Actor, verb: string) => read(admin, (db) => db.auditEntry.findMany({ where: { verb } }));
const notesSeenBy = (actor: Actor) => read(actor, (db) => db.note.findMany({ select: { id: true } }));
const soap = { format: "soap" as const, sections: { plan: "Walk home slowly." } };
const release = { password: "", release: "clinic" as const };

describe("writing", () => {
  test("a therapist writes a draft, and the log says so once a sitting", async () => {
    const { admin, therapist, patient, sessionId } = await makePractice();
    expect(await saveDraft(therapist, { sessionId, version: 0, ...soap })).toMatchObject({ version: 1 });
    const more = { ...soap, sections: { ...soap.sections, subjective: "Calmer." } };
    expect(await saveDraft(therapist, { sessionId, version: 1, ...more })).toMatchObject({ version: 2 });
    const note = await read(therapist, (db) => findOwnNote(db, sessionId, therapist.personId));
    expect(note).toMatchObject({ ...more, state: "draft" });
    expect(await entriesOf(admin, "note.draft")).toMatchObject([
      { actorId: therapist.personId, patientId: patient.personId, subject: "note", subjectId: note?.id },
    ]);
  });

  test("nobody but its author sees a draft", async () => {
    const { admin, therapist, colleague, outsider, patient, strangerTherapist, sessionId } = await makePractice();
    const { id } = await draft(therapist, sessionId);
    for (const who of [admin, colleague, outsider, patient, strangerTherapist])
      expect(await notesSeenBy(who)).toEqual([]);
    expect(await notesSeenBy(therapist)).toEqual([{ id }]);
    expect(await read(therapist, (db) => findReadableNote(db, id))).toBeNull();
  });

  test("two colleagues each write their own note about one session", async () => {
    const { therapist, colleague, sessionId } = await makePractice();
    const [mine, theirs] = [await draft(therapist, sessionId), await draft(colleague, sessionId)];
    expect(mine.id).not.toBe(theirs.id);
    expect(await notesSeenBy(colleague)).toEqual([{ id: theirs.id }]);
  });

  test("a stale save is answered with the other text, and changes nothing", async () => {
    const { therapist, sessionId } = await makePractice();
    await draft(therapist, sessionId, { plan: "From the first tab." });
    const stale = { sessionId, version: 0, format: "birp" as const, sections: { plan: "From the second tab." } };
    await expect(saveDraft(therapist, stale)).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { plan: "From the first tab.", subjective: "", format: "soap", version: "1" } },
    });
    expect(await read(therapist, (db) => findOwnNote(db, sessionId, therapist.personId))).toMatchObject({ version: 1 });
    expect(await saveDraft(therapist, { ...stale, version: 1 })).toMatchObject({ version: 2 });
  });

  test("a save whose answer got lost is no conflict with itself", async () => {
    const { therapist, sessionId } = await makePractice();
    const save = { sessionId, version: 0, ...soap };
    expect(await saveDraft(therapist, save)).toMatchObject({ version: 1 });
    expect(await saveDraft(therapist, save)).toMatchObject({ version: 1 });
  });

  test("two tabs that begin a note at once: one begins it, the other is shown both texts", async () => {
    const { therapist, sessionId } = await makePractice();
    const save = (plan: string) => saveDraft(therapist, { sessionId, version: 0, format: "soap", sections: { plan } });
    const results = await Promise.allSettled([save("One"), save("Two")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });

  test("changing the format keeps what was typed in the other one", async () => {
    const { therapist, sessionId } = await makePractice();
    const typed = { sessionId, version: "0", format: "soap", subjective: "Slept well.", plan: "Walk." };
    await saveDraft(therapist, draftInput.parse(typed));
    await saveDraft(therapist, draftInput.parse({ ...typed, version: "1", format: "birp" }));
    const note = await read(therapist, (db) => findOwnNote(db, sessionId, therapist.personId));
    expect(note).toMatchObject({ format: "birp", sections: { subjective: "Slept well.", plan: "Walk." } });
  });

  test.each(["patient", "admin"] as const)("the %s cannot write one", async (who) => {
    const practice = await makePractice();
    const attempt = saveDraft(practice[who], { sessionId: practice.sessionId, version: 0, ...soap });
    await expect(attempt).rejects.toMatchObject({ code: "refused" });
  });

  test.each(["outsider", "strangerTherapist"] as const)("for the %s there is no such session", async (who) => {
    const practice = await makePractice();
    const attempt = saveDraft(practice[who], { sessionId: practice.sessionId, version: 0, ...soap });
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("signing", () => {
  test("a therapist signs as who they are now, and the care team reads it", async () => {
    const { admin, therapist, colleague, outsider, strangerTherapist, sessionId } = await makePractice();
    const id = await signed(therapist, sessionId);
    const note = await read(colleague, (db) => findReadableNote(db, id));
    expect(note).toMatchObject({ signerName: "Ana Reyes", signerCredentials: "LPC", sections: soap.sections });
    for (const who of [admin, outsider, strangerTherapist]) expect(await notesSeenBy(who)).toEqual([]);
    const detail = { format: "soap", release: "released" };
    expect(await entriesOf(admin, "note.sign")).toMatchObject([{ actorId: therapist.personId, subjectId: id, detail }]);
  });

  test("credentials stay as they were at signing", async () => {
    const { therapist, sessionId } = await makePractice();
    const id = await signed(therapist, sessionId);
    await asSuperuser((sql) =>
      sql.query(`update "Person" set credentials = 'PhD' where id = $1`, [therapist.personId]),
    );
    expect(await read(therapist, (db) => findReadableNote(db, id))).toMatchObject({ signerCredentials: "LPC" });
  });

  test("signing twice at once signs once", async () => {
    const { admin, therapist, sessionId } = await makePractice();
    const { id, version } = await draft(therapist, sessionId);
    const sign = () => signNote(therapist, { noteId: id, version, ...release });
    const results = await Promise.allSettled([sign(), sign()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(sign()).rejects.toMatchObject({ code: "conflict", message: "This note is signed already." });
    expect(await entriesOf(admin, "note.sign")).toHaveLength(1);
  });

  test("only what was read is signed", async () => {
    const { therapist, sessionId } = await makePractice();
    const { id, version } = await draft(therapist, sessionId);
    await draft(therapist, sessionId, { plan: "Another tab went on." });
    const attempt = signNote(therapist, { noteId: id, version, ...release });
    await expect(attempt).rejects.toThrow("This note was changed after you opened this page");
  });

  test("an empty note, one ahead of its session and one about a cancelled session are not signed", async () => {
    const { therapist, patient, sessionId } = await makePractice();
    const empty = await draft(therapist, sessionId, {});
    const ahead = await planSession(therapist, patient, { startsAt: new Date(Date.now() + 48 * hour) });
    const early = await draft(therapist, ahead);
    for (const [note, words] of [
      [empty, "This note is empty"],
      [early, "This session has not begun"],
    ] as const) {
      await expect(signNote(therapist, { noteId: note.id, version: note.version, ...release })).rejects.toThrow(words);
    }
  });

  test("up to ten minutes after the password was given it is not asked for again", async () => {
    const { therapist, sessionId } = await makePractice();
    const { id, version } = await draft(therapist, sessionId);
    const passwordAt = new Date();
    const later = (ms: number, given: string) =>
      withClock(new Date(passwordAt.getTime() + 10 * 60_000 + ms), () =>
        signNote({ ...therapist, passwordAt }, { noteId: id, version, password: given, release: "clinic" }),
      );
    await expect(later(1_000, "")).rejects.toMatchObject({ detail: { field: "password" } });
    await expect(later(1_000, "not the password")).rejects.toMatchObject({ detail: { field: "password" } });
    expect(await later(-2_000, "")).toBe(id);
  });

  test("after more than ten minutes the right password signs", async () => {
    const { therapist, sessionId } = await makePractice();
    const { id, version } = await draft(therapist, sessionId);
    const passwordAt = new Date(Date.now() - 11 * 60_000);
    const attempt = signNote({ ...therapist, passwordAt }, { noteId: id, version, password, release: "clinic" });
    expect(await attempt).toBe(id);
  });

  test.each(["colleague", "outsider", "strangerTherapist"] as const)("the %s cannot sign it", async (who) => {
    const practice = await makePractice();
    const { id, version } = await draft(practice.therapist, practice.sessionId);
    const attempt = signNote(practice[who], { noteId: id, version, ...release });
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  });

  test("who left the care team neither writes on nor signs, and no longer reads", async () => {
    const { admin, therapist, patient, sessionId } = await makePractice();
    const another = await holdSession(therapist, patient, { startsAt: new Date(Date.now() - 48 * hour) });
    const id = await signed(therapist, another);
    const open = await draft(therapist, sessionId);
    const place = await read(admin, (db) =>
      db.careTeamMember.findFirstOrThrow({ where: { therapistId: therapist.personId } }),
    );
    await endPlace(admin, place.id);
    expect(await read(therapist, (db) => findReadableNote(db, id))).toBeNull();
    const attempts = [
      () => saveDraft(therapist, { sessionId, version: open.version, ...soap }),
      () => signNote(therapist, { noteId: open.id, version: open.version, ...release }),
      () => addAddendum(therapist, { noteId: id, text: "Late" }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  });
});

test("a therapist's list has what is unwritten, what is unsigned and what is signed, page by page", async () => {
  const { therapist, patient, sessionId } = await makePractice();
  const held: string[] = [];
  for (let days = 1; days <= 27; days++) {
    const id = await holdSession(therapist, patient, { startsAt: new Date(Date.now() - (days * 24 + 5) * hour) });
    if (days <= 26) await signed(therapist, id);
    else held.push(id);
  }
  await draft(therapist, sessionId);
  const me = therapist.personId;
  await read(therapist, async (db) => {
    expect((await listUnwritten(db, me)).map(({ id }) => id)).toEqual(held);
    expect(await listDrafts(db, me)).toMatchObject([{ sessionId, patientName: "Noor" }]);
    const first = await listSignedByMe(db, me, {});
    expect(first.rows).toHaveLength(25);
    const second = await listSignedByMe(db, me, { after: first.after });
    expect(second.rows).toHaveLength(1);
    expect(second.after).toBeUndefined();
  });
});
