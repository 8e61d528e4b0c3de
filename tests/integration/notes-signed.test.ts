import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { addAddendum, saveDraft } from "@/lib/notes/commands";
import { findReadableNote } from "@/lib/notes/queries";
import { asRole, asSuperuser } from "../support/database";
import { draft, makePractice, signed } from "../support/notes";

const entriesOf = (admin: Actor, verb: string) => read(admin, (db) => db.auditEntry.findMany({ where: { verb } }));
const soap = { format: "soap" as const, sections: { plan: "Walk home slowly." } };

describe("a signed note", () => {
  test("takes no further draft, and an editor left open in another tab cannot bring one back", async () => {
    const { therapist, sessionId } = await makePractice();
    const id = await signed(therapist, sessionId);
    const attempt = saveDraft(therapist, { sessionId, version: 1, format: "soap", sections: { plan: "Changed." } });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", detail: {} });
    expect(await read(therapist, (db) => findReadableNote(db, id))).toMatchObject({ sections: soap.sections });
  });

  test("cannot be changed, nor its addenda, by the application, its owner or the superuser", async () => {
    const { therapist, sessionId } = await makePractice();
    const noteId = await signed(therapist, sessionId);
    await addAddendum(therapist, { noteId, text: "They slept well." });
    await asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [therapist.handleHash]);
      const { rowCount } = await sql.query(`update "Note" set sections = '{}' where id = $1`, [noteId]);
      expect(rowCount).toBe(0);
      await expect(sql.query(`delete from "Note"`)).rejects.toThrow("permission denied");
      await expect(sql.query(`update "NoteAddendum" set text = ''`)).rejects.toThrow("permission denied");
    });
    const tries: [string, string][] = [
      [`update "Note" set sections = '{}'`, "a signed note cannot be changed"],
      [`update "Note" set state = 'draft', "signedAt" = null`, "a signed note cannot be changed"],
      [`delete from "Note"`, "cannot be changed or deleted"],
      [`update "NoteAddendum" set text = ''`, "cannot be changed or deleted"],
      [`delete from "NoteAddendum"`, "cannot be changed or deleted"],
    ];
    for (const who of ["postgres", "portal_owner"]) {
      await asSuperuser(async (sql) => {
        if (who === "portal_owner") await sql.query("set role portal_owner");
        for (const [statement, words] of tries) await expect(sql.query(statement), statement).rejects.toThrow(words);
      });
    }
  });

  test("nobody signs, or adds, under another name, not even past the application", async () => {
    const { therapist, sessionId, clinicId, patient } = await makePractice();
    const { id } = await draft(therapist, sessionId);
    const sign = `update "Note" set state = 'signed', "signedAt" = now(), "signerName" = $2, "signerCredentials" = 'LPC' where id = $1`;
    await asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [therapist.handleHash]);
      await expect(sql.query(sign, [id, "Ben Sato"])).rejects.toThrow("nobody signs for another");
      await sql.query(sign, [id, "Ana Reyes"]);
      const add = `insert into "NoteAddendum" (id, "clinicId", "patientId", "noteId", "authorId", "authorName", "authorCredentials", text, at)
        values (gen_random_uuid(), $1, $2, $3, $4, 'Ben Sato', 'PsyD', 'Also', now())`;
      const row = [clinicId, patient.personId, id, therapist.personId];
      await expect(sql.query(add, row)).rejects.toThrow("nobody signs for another");
    });
  });

  test("takes addenda, each under its own author and time, and the log says who", async () => {
    const { admin, therapist, colleague, outsider, patient, sessionId } = await makePractice();
    const noteId = await signed(therapist, sessionId);
    await addAddendum(therapist, { noteId, text: "They slept well." });
    await addAddendum(colleague, { noteId, text: "Called the next day." });
    expect((await read(patient, (db) => findReadableNote(db, noteId)))?.addenda).toMatchObject([
      { authorName: "Ana Reyes", authorCredentials: "LPC", text: "They slept well." },
      { authorName: "Ben Sato", authorCredentials: "PsyD", text: "Called the next day." },
    ]);
    const who = (await entriesOf(admin, "note.addend")).map(({ actorId }) => actorId);
    expect(who.sort()).toEqual([therapist.personId, colleague.personId].sort());
    await expect(addAddendum(outsider, { noteId, text: "No" })).rejects.toMatchObject({ code: "not-found" });
    await expect(addAddendum(patient, { noteId, text: "No" })).rejects.toMatchObject({ code: "refused" });
  });

  test("a double-clicked addendum is stored once", async () => {
    const { therapist, sessionId } = await makePractice();
    const noteId = await signed(therapist, sessionId);
    const once = { ...therapist, formKey: crypto.randomUUID() };
    const add = () => addAddendum({ ...once }, { noteId, text: "They slept well." });
    await Promise.all([add(), add()]);
    expect((await read(therapist, (db) => findReadableNote(db, noteId)))?.addenda).toHaveLength(1);
  });

  test("a draft takes no addenda", async () => {
    const { therapist, sessionId } = await makePractice();
    const { id } = await draft(therapist, sessionId);
    await expect(addAddendum(therapist, { noteId: id, text: "No" })).rejects.toMatchObject({ code: "not-found" });
  });
});
