import { readFileSync } from "node:fs";
import path from "node:path";
import { startSignIn } from "@/lib/accounts/signIns/commands";
import { inviteCompanion } from "@/lib/companions/grants/commands";
import type { Actor } from "@/lib/core/actor";
import { findSignedIn } from "@/lib/core/auth";
import { system } from "@/lib/core/system";
import { startSession } from "@/lib/sessions/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { acceptGrant } from "@/prisma/seed/people";
import { joinCareTeam, planSession } from "@/prisma/seed/sessions";
import { serverUrls } from "@/scripts/lib/database";
import { findPostgres } from "@/scripts/lib/postgres";
import { urlAs } from "@/scripts/lib/roles";

/** Somebody with the handle that their browser would hold. */
export type Visitor = { actor: Actor; handle: string };
export type Room = { sessionId: string; patient: Actor; companion: Visitor; therapist: Visitor };

/** Points this process at the database of a portal that runs on a data folder. */
export async function pointAt(dataDir: string, origin: string): Promise<void> {
  const { postgresPassword, portalSecret } = JSON.parse(readFileSync(path.join(dataDir, "secrets.json"), "utf8"));
  const url = await findPostgres(dataDir, postgresPassword);
  if (!url) throw new Error(`No Postgres runs on ${dataDir}.`);
  Object.assign(process.env, serverUrls({ as: (role) => urlAs(url("threshold"), role, portalSecret) }), {
    PORTAL_SECRET: portalSecret,
    APP_ORIGIN: origin,
    MASTER_KEY_FILE: path.join(dataDir, "master.key"),
    LOG_LEVEL: "silent",
  });
}

/** Rooms in a clinic of their own, each with a session under way, a companion and a therapist, all signed in. */
export async function makeRooms(count: number, isDemonstration = false): Promise<Room[]> {
  const { clinicId, admin } = await makeClinic({ name: "Twenty rooms", isDemonstration });
  const rooms: Room[] = [];
  for (let n = 1; n <= count; n++) rooms.push(await makeRoom(clinicId, admin, n));
  return rooms;
}

async function makeRoom(clinicId: string, admin: Actor, n: number): Promise<Room> {
  const therapist = await makePerson(clinicId, "therapist", { name: n === 1 ? "Ana Reyes" : `Therapist ${n}` });
  const patient = await makePerson(clinicId, "patient", { name: n === 1 ? "Noor" : `Patient ${n}` });
  const companion = await makePerson(clinicId, "companion", { name: n === 1 ? "Sam" : `Companion ${n}` });
  await joinCareTeam(admin, patient, therapist);
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 31 * 60_000);
  const sessionId = await planSession(therapist, patient, { startsAt, minutes: 180 });
  await startSession(therapist, { sessionId });
  const grantId = await inviteCompanion(patient, {
    name: companion.name,
    email: `${companion.personId}@rooms.test`,
    relationship: "",
    scope: "course",
    sessionIds: [],
    showsIntention: false,
  } as Parameters<typeof inviteCompanion>[1]);
  await acceptGrant(grantId, companion, new Date());
  return { sessionId, patient, companion: await visit(companion), therapist: await visit(therapist) };
}

async function visit({ personId }: Actor): Promise<Visitor> {
  const handle = await system("accounts", (db) => startSignIn(db, personId, "A room"));
  const actor = await findSignedIn(handle);
  if (!actor) throw new Error("Nobody can sign in who is not active");
  return { actor, handle };
}
