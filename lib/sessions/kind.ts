import type { Db } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listSessions } from "./queries";

export const kinds = {
  session: {
    tables: ["Session", "Course"],
    words: { one: "a session", many: "sessions", title: "A session" },
    seenBy: ["patient", "therapist", "companion", "admin"],
    shared: null,
    arrives: null,
    export: { take: takeSessions },
    page: { patient: ({ id }) => `/my/sessions/${id}`, therapist: ({ id }) => `/therapist/sessions/${id}` },
  },
} as const satisfies KindTable;

async function takeSessions(db: Db, patientId: string) {
  const sessions = await listSessions(db, patientId);
  return {
    found: {
      sessions: sessions.map(({ id, courseId, kind, number, state, startsAt, place, therapist }) => ({
        ...{ id, courseId, kind, number, state, startsAt, place, therapist: therapist?.name ?? "" },
      })),
    },
  };
}
