import { type Db, sql } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listSessions } from "./queries";
import { type SessionKind, sessionTitle } from "./rules";

export const kinds = {
  session: {
    tables: ["Session", "Course"],
    words: { one: "session", many: "sessions", title: "A session" },
    seenBy: ["patient", "therapist", "companion", "admin"],
    shared: null,
    find: null,
    timeline: {
      from: sql`"Session" x`,
      at: sql`coalesce(x."startedAt", x."startsAt")`,
      where: sql`x."state" in ('inProgress', 'completed')`,
      label: sql`x."kind"::text`,
      look: "session",
      name: async (_db, _patientId, things) =>
        things.map(({ id, label }) => [id, { title: sessionTitle({ kind: label as SessionKind }), what: "Session" }]),
    },
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
