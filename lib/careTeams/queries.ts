import { now } from "@/lib/core/clock";
import type { Db } from "@/lib/core/db";
import { cutPage, type Place, pageSize } from "@/lib/core/pages";
import type { Role } from "@/prisma/generated/enums";
import type { CareTeamFilter } from "./schema";

/** Holds at that moment. */
export const live = (at: Date) => ({ OR: [{ until: null }, { until: { gt: at } }] });

const therapist = { select: { id: true, name: true, credentials: true, deactivatedAt: true } };
const open = { state: { in: ["scheduled" as const, "checkedIn" as const, "inProgress" as const] } };

/** Active patients by name, each with who treats them now. */
export async function listCareTeams(db: Db, { q, team }: CareTeamFilter, place: Place) {
  const id = place.after ?? place.before;
  const row = id ? await db.person.findUnique({ where: { id }, select: { id: true, name: true } }) : null;
  const [direction, beyond] = place.before ? (["desc", "lt"] as const) : (["asc", "gt"] as const);
  const patients = await db.person.findMany({
    where: {
      role: "patient",
      deactivatedAt: null,
      ...(q && { name: { contains: q, mode: "insensitive" as const } }),
      ...(team === "none" && { careTeam: { none: live(now()) } }),
      ...(row && { OR: [{ name: { [beyond]: row.name } }, { name: row.name, id: { [beyond]: row.id } }] }),
    },
    select: {
      id: true,
      name: true,
      careTeam: { where: live(now()), select: { from: true, therapist }, orderBy: { from: "asc" } },
    },
    orderBy: [{ name: direction }, { id: direction }],
    take: pageSize + 1,
  });
  return cutPage(patients, place);
}

export const countWithoutTeam = (db: Db) =>
  db.person.count({ where: { role: "patient", deactivatedAt: null, careTeam: { none: live(now()) } } });

/** A patient with every place on their care team, past ones included, the newest first. */
export const findCareTeam = (db: Db, patientId: string) =>
  db.person.findFirst({
    where: { id: patientId, role: "patient" },
    select: {
      id: true,
      name: true,
      deactivatedAt: true,
      careTeam: {
        select: { id: true, from: true, until: true, therapist },
        orderBy: [{ from: "desc" }, { id: "desc" }],
      },
    },
  });

/** When sessions of a patient that are not over begin, and with whom. Never what they are about. */
export const listOpenSessions = (db: Db, where: { patientId?: string; therapistId?: string }) =>
  db.session.findMany({
    where: { ...where, ...open },
    select: {
      id: true,
      patientId: true,
      therapistId: true,
      state: true,
      startsAt: true,
      endsAt: true,
      patient: { select: { name: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });

type OpenSession = Awaited<ReturnType<typeof listOpenSessions>>[number];
export type OpenPatient = { patientId: string; name: string; from?: Date; sessions: OpenSession[] };

/** Whom a therapist treats or still has planned sessions with, by name. */
export async function listOpenPatients(db: Db, therapistId: string): Promise<OpenPatient[]> {
  const places = await db.careTeamMember.findMany({
    where: { therapistId, ...live(now()) },
    select: { patientId: true, from: true, patient: { select: { name: true } } },
  });
  const sessions = await listOpenSessions(db, { therapistId });
  const open = new Map<string, OpenPatient>();
  for (const { patientId, patient, from } of places)
    open.set(patientId, { patientId, name: patient.name, from, sessions: [] });
  for (const session of sessions) {
    const { patientId, patient } = session;
    if (!open.has(patientId)) open.set(patientId, { patientId, name: patient.name, sessions: [] });
    open.get(patientId)?.sessions.push(session);
  }
  return [...open.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * What hangs on a person: a therapist's patients with the sessions planned with them, and how many notes are unsigned; a
 * patient's care team and how many sessions are planned.
 */
export async function findOpenWork(db: Db, { id, role }: { id: string; role: Role }) {
  const nothing = { patients: [] as OpenPatient[], team: [] as { therapist: { id: string; name: string } }[] };
  if (role === "therapist") {
    const patients = await listOpenPatients(db, id);
    const drafts = await countDrafts(db, id);
    return { ...nothing, patients, sessions: sumOf(patients, (each) => each.sessions.length), drafts };
  }
  if (role !== "patient") return { ...nothing, sessions: 0, drafts: 0 };
  const team = await db.careTeamMember.findMany({
    where: { patientId: id, ...live(now()) },
    select: { therapist },
    orderBy: [{ from: "asc" }, { id: "asc" }],
  });
  return { ...nothing, team, sessions: await db.session.count({ where: { patientId: id, ...open } }), drafts: 0 };
}

/** How many notes a therapist has not signed. Only an admin learns it, and nothing else of them. */
async function countDrafts(db: Db, therapistId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ drafts: number }[]>`select unsigned_drafts(${therapistId}::uuid) as "drafts"`;
  return row?.drafts ?? 0;
}

const sumOf = <T>(list: T[], numberOf: (each: T) => number) => list.reduce((sum, each) => sum + numberOf(each), 0);
