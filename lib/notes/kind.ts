import { formatDay } from "@/lib/core/clock";
import { type Db, sql } from "@/lib/core/db";
import type { Arrival, KindTable } from "@/lib/core/kind";
import { readSections, signatureWords, written } from "./rules";

export const kinds = {
  note: {
    tables: ["Note", "NoteAddendum", "NoteRelease"],
    words: { one: "session note", many: "session notes", title: "A session note" },
    seenBy: ["patient", "therapist"],
    shared: null,
    find: null,
    timeline: {
      from: sql`"Note" x`,
      at: sql`x."signedAt"`,
      where: sql`x."state" = 'signed'`,
      ref: sql`x."sessionId"`,
      label: sql`coalesce(x."signerName", '')`,
      look: "notes",
      name: async (_db, _patientId, things) =>
        things.map(({ id, label }) => [
          id,
          { title: label ? `A note by ${label}` : "A session note", what: "Session note" },
        ]),
    },
    arrives: { rows: unread, told: tellUnread },
    export: { take: takeNotes },
    page: {
      patient: ({ id, ref }) => `/my/sessions/${ref}/note/${id}`,
      therapist: ({ id }) => `/therapist/notes/${id}`,
    },
  },
} as const satisfies KindTable;

/** The signed notes that are released, each with what was added to it. */
async function takeNotes(db: Db, patientId: string) {
  const rows = await db.note.findMany({
    where: { patientId, state: "signed" },
    select: {
      ...{ sessionId: true, format: true, sections: true, signedAt: true, signerName: true, signerCredentials: true },
      addenda: {
        select: { text: true, at: true, authorName: true, authorCredentials: true },
        orderBy: [{ at: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
  });
  const notes = rows.map(({ sessionId, format, sections, signedAt, signerName, signerCredentials, addenda }) => ({
    ...{ sessionId, signedAt, by: signatureWords(signerName ?? "", signerCredentials ?? "") },
    sections: written(format, readSections(sections)).map(({ label, text }) => ({ label, text })),
    addenda: addenda.map(({ text, at, authorName, authorCredentials }) => ({
      ...{ text, at, by: signatureWords(authorName, authorCredentials) },
    })),
  }));
  return { found: { notes } };
}

/** The notes that are released and that the patient has not read yet. */
function unread(patientId: string) {
  return sql`select n."id", n."signedAt" as "at", n."sessionId"::text as "ref", s."startsAt" as "sessionAt", null::uuid as "about",
      n."signerName" as "by"
    from "Note" n join "Session" s on s."id" = n."sessionId"
    where n."patientId" = ${patientId}::uuid and n."state" = 'signed' and not exists (select 1 from "AuditEntry" e
      where e."actorId" = ${patientId}::uuid and e."verb" = 'note.read' and e."subjectId" = n."id")`;
}

function tellUnread({ by, sessionAt }: Arrival, zone: string) {
  const session = sessionAt ? `your session of ${formatDay(sessionAt, zone)}` : "one of your sessions";
  return {
    title: `${by || "Your therapist"} has written about ${session}`,
    text: "It is part of your record and open to you. It can wait until you feel like reading it.",
    label: "Read the note",
  };
}
