import type { Actor } from "@/lib/core/actor";
import { read, write } from "@/lib/core/db";
import { saveDraft, signNote } from "@/lib/notes/commands";
import { findOwnNote } from "@/lib/notes/queries";
import type { Sections } from "@/lib/notes/rules";
import { hashQuickly, makeClinic, makePerson } from "@/prisma/seed/factories";
import { holdSession, joinCareTeam } from "@/prisma/seed/sessions";

export const password = "a long enough password";
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** A therapist and a colleague who both treat one patient, a therapist who does not, and a session held two hours ago. */
export async function makePractice(clinic: { releaseAtOnce?: boolean } = {}) {
  const { clinicId, admin } = await makeClinic();
  await write(admin, "clinic.edit", async (db) => {
    await db.clinic.update({ where: { id: clinicId }, data: clinic });
  });
  const passwordHash = await hashQuickly(password);
  const therapist = await makePerson(clinicId, "therapist", { name: "Ana Reyes", credentials: "LPC", passwordHash });
  const colleague = await makePerson(clinicId, "therapist", { name: "Ben Sato", credentials: "PsyD" });
  const outsider = await makePerson(clinicId, "therapist", { name: "Cleo Marsh" });
  const patient = await makePerson(clinicId, "patient", { name: "Noor" });
  await joinCareTeam(admin, patient, therapist);
  await joinCareTeam(admin, patient, colleague);
  const sessionId = await holdSession(therapist, patient, { startsAt: hoursAgo(3) });
  const stranger = await makeClinic({ name: "Another clinic" });
  const strangerTherapist = await makePerson(stranger.clinicId, "therapist");
  return { clinicId, admin, therapist, colleague, outsider, patient, strangerTherapist, sessionId };
}

export async function draft(author: Actor, sessionId: string, sections: Sections = { plan: "Walk home slowly." }) {
  const before = await read(author, (db) => findOwnNote(db, sessionId, author.personId));
  await saveDraft(author, { sessionId, version: before?.version ?? 0, format: "soap", sections });
  const note = await read(author, (db) => findOwnNote(db, sessionId, author.personId));
  if (!note) throw new Error("There is no draft");
  return note;
}

export async function signed(author: Actor, sessionId: string): Promise<string> {
  const { id, version } = await draft(author, sessionId);
  return signNote(author, { noteId: id, version, password: "", release: "clinic" });
}
