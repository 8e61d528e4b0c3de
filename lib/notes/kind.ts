import type { Db } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { readSections, signatureWords, written } from "./rules";

export const kinds = {
  note: {
    tables: ["Note", "NoteAddendum", "NoteRelease"],
    words: { one: "a session note", many: "session notes", title: "A session note" },
    seenBy: ["patient", "therapist"],
    shared: null,
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
