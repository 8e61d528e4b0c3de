import { formerCompanion } from "@/lib/companions/grants/rules";
import { formatDay } from "@/lib/core/clock";
import { type Db, sql } from "@/lib/core/db";
import type { Arrival, KindTable } from "@/lib/core/kind";
import { sessionTitle } from "@/lib/sessions/rules";
import { listHandedOverNotes, listNotesByIds, listSharedCompanionNotes } from "./queries";

export const kinds = {
  companionNote: {
    tables: ["CompanionNote"],
    words: { one: "companion’s note", many: "companions’ notes", title: "A companion’s notes" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam"],
      answered: true,
      listed: true,
      open: async (db, _patientId, ids) =>
        (await listNotesByIds(db, ids)).map(({ id, companionName, session }) => ({
          ...{ id, ref: session.id, title: `${companionName}’s notes` },
          ...{ what: sessionTitle(session), at: session.startsAt },
          parts: [{ part: "elsewhere", text: "Read them beside the session" }],
        })),
    },
    find: null,
    timeline: {
      from: sql`"CompanionNote" x join "CompanionGrant" g on g."id" = x."grantId"`,
      at: sql`x."handedOverAt"`,
      where: sql`x."handedOverAt" is not null`,
      ref: sql`x."sessionId"`,
      label: sql`case when g."nameGoneAt" is null then g."companionName" else ${formerCompanion} end`,
      look: "notes",
      name: async (_db, _patientId, things) =>
        things.map(({ id, label }) => [id, { title: `What ${label} wrote down`, what: "Companion’s note" }]),
    },
    arrives: { rows: waiting, told: tellWaiting },
    export: { take: takeNotes },
    page: {
      patient: ({ id }) => `/my/companions/notes/${id}`,
      therapist: ({ ref }) => `/therapist/sessions/${ref}`,
    },
    lies: { therapist: (id) => sql`(select "sessionId" from "CompanionNote" where "id" = ${id})` },
  },
} as const satisfies KindTable;

/** What of the companions' notes is open, and that others wait to be opened. */
async function takeNotes(db: Db, patientId: string) {
  const all = await listHandedOverNotes(db, patientId);
  const open = await listSharedCompanionNotes(db, [...new Set(all.map(({ sessionId }) => sessionId))]);
  return {
    found: {
      companionNotes: open.map(({ sessionId, companionName, saw, seemed, moved, lines }) => ({
        ...{ sessionId, companionName, saw, seemed, moved, lines },
      })),
      unopenedNotes: all
        .filter(({ openedAt }) => !openedAt)
        .map(({ sessionId, grant }) => ({ sessionId, companionName: grant.companionName })),
    },
  };
}

/** What was handed over and is neither opened nor set aside. */
function waiting(patientId: string) {
  return sql`select n."id", n."handedOverAt" as "at", null::text as "ref", s."startsAt" as "sessionAt", null::uuid as "about",
      case when g."nameGoneAt" is null then g."companionName" end as "by"
    from "CompanionNote" n join "CompanionGrant" g on g."id" = n."grantId" join "Session" s on s."id" = n."sessionId"
    where n."patientId" = ${patientId}::uuid and n."handedOverAt" is not null and n."openedAt" is null and n."setAsideAt" is null`;
}

function tellWaiting({ by, sessionAt }: Arrival, zone: string) {
  const from = sessionAt ? ` from ${formatDay(sessionAt, zone)}` : "";
  return {
    title: `${by ?? "Your companion"} has handed over notes${from}`,
    text: "They are yours to open, when you like and with whom you like.",
    label: "Choose a moment",
  };
}
