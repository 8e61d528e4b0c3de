import { handOverNote, saveNote } from "@/lib/companions/notes/commands";
import type { Actor } from "@/lib/core/actor";
import { formatTime } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { setIntention } from "@/lib/intentions/commands";
import { saveDraft, signNote } from "@/lib/notes/commands";
import { findOwnNote } from "@/lib/notes/queries";
import type { DraftInput } from "@/lib/notes/schema";
import { completeSession, scheduleSession, startSession } from "@/lib/sessions/commands";
import { at, local, zone } from "./people";

type Kind = "preparation" | "dosing" | "integration";
type Planned = {
  days: number;
  time: string;
  kind: Kind;
  therapist: Actor;
  patient: Actor;
  minutes?: number;
  place?: string;
};

const usual = {
  preparation: { minutes: 60, place: "Room 2" },
  dosing: { minutes: 180, place: "The quiet room" },
  integration: { minutes: 50, place: "Room 2" },
};

/** Plans a session some days ago, or ahead when negative. What is ahead was planned in the last days. */
export const plan = ({ days, time, ...session }: Planned) => planAt(Math.max(days + 12, 4), local(days, time), session);

/** Plans a session for later today, or for tomorrow morning when the afternoon is nearly over. */
export const planSoon = (session: Omit<Planned, "days" | "time">) => {
  const hour = Number(formatTime(new Date(), zone).slice(0, 2)) + 2;
  if (hour > 17) return planAt(5, local(-1, "10:00"), session);
  return planAt(5, local(0, `${String(Math.max(hour, 10)).padStart(2, "0")}:00`), session);
};

const planAt = (
  plannedDays: number,
  startsAt: string,
  { kind, therapist, patient, ...more }: Omit<Planned, "days" | "time">,
) =>
  at(plannedDays, "10:00", () =>
    scheduleSession(therapist, {
      patientId: patient.personId,
      therapistId: therapist.personId,
      kind,
      startsAt,
      ...usual[kind],
      ...more,
    }),
  );

const later = (time: string, minutes: number) => {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  const total = hours * 60 + rest + minutes;
  return [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, "0")).join(":");
};

/** Begins a planned session on time. */
export const begin = (therapist: Actor, sessionId: string, days: number, time: string) =>
  at(days, time, () => startSession(therapist, { sessionId }));

/** Ends it on time. */
export const end = (therapist: Actor, sessionId: string, days: number, time: string, kind: Kind) =>
  at(days, later(time, usual[kind].minutes), () => completeSession(therapist, { sessionId }));

/** Plans a session and holds it, with what the patient hoped for. */
export async function hold(session: Planned, intention?: { wordings: string[]; forCareTeam?: boolean }) {
  const sessionId = await plan(session);
  if (intention) await intend(session.patient, sessionId, session.days, intention);
  await begin(session.therapist, sessionId, session.days, session.time);
  await end(session.therapist, sessionId, session.days, session.time, session.kind);
  return sessionId;
}

/** Every wording on a day of its own, the last one the evening before. */
export async function intend(
  patient: Actor,
  sessionId: string,
  sessionDays: number,
  { wordings, forCareTeam = true }: { wordings: string[]; forCareTeam?: boolean },
) {
  for (const [index, text] of wordings.entries()) {
    const days = sessionDays + wordings.length - index;
    await at(days, "20:15", () => setIntention(patient, { sessionId, text, version: index, forCareTeam }));
  }
}

type Debrief = { saw: string; seemed: string; lines: [time: string, text: string][] };

/** A companion writes on the evening of the session and hands over the day after. */
export async function debrief(companion: Actor, sessionId: string, days: number, { saw, seemed, lines }: Debrief) {
  const said = lines.map(([time, text]) => ({ id: newId(), time, text, isRemoved: false }));
  const noteId = await at(days, "21:05", () =>
    saveNote(companion, { sessionId, version: 0, saw, seemed, lines: said }),
  );
  await at(days - 1, "08:40", () => handOverNote(companion, { sessionId, version: 1 }));
  return noteId;
}

type Text = Pick<DraftInput, "format" | "sections">;

/** A therapist begins a note on the evening of the session. */
export const draft = (therapist: Actor, sessionId: string, days: number, text: Text) =>
  at(days, "18:10", () => saveDraft(therapist, { sessionId, version: 0, ...text }));

/** A therapist writes and signs. The patient can read it from then on. Answers with the note's id. */
export async function note(therapist: Actor, sessionId: string, days: number, text: Text) {
  await draft(therapist, sessionId, days, text);
  const own = await read(therapist, (db) => findOwnNote(db, sessionId, therapist.personId));
  const noteId = found(own).id;
  await at(days, "18:30", () => signNote(therapist, { noteId, version: 1, password: "", release: "clinic" }));
  return noteId;
}
