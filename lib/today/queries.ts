import { dayOf } from "@/lib/core/clock";
import type { Db } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { listPractices } from "@/lib/practices/queries";
import { listSessions } from "@/lib/sessions/queries";
import { listArrivals } from "./arrived/queries";
import type { Moment } from "./rules";
import { ideasFrom } from "./suggestions/rules";

/** What a patient's first page stands on: the moment, how the portal fits them, every session, and what reached them lately. */
export async function findToday(db: Db, patientId: string, at: Date, zone: string) {
  const fit = await findFit(db, patientId);
  const sessions = await listSessions(db, patientId);
  const { hasGoal, hasCheckedIn, planned } = await findFacts(db, patientId, dayOf(at, zone));
  const moment: Moment = {
    at,
    zone,
    hasGoal,
    ideas: ideasFrom(await listPractices(db, patientId), planned, fit.pacing === "gentle"),
    sessions: sessions.map((session) => ({ ...session, intention: session.intention?.wordings[0]?.text ?? null })),
  };
  return { moment, fit, sessions, hasCheckedIn, news: await listArrivals(db, patientId, at, zone) };
}

type Facts = { hasGoal: boolean; hasCheckedIn: boolean; planned: string[] };

/** Small facts in one statement: whether a goal is held, the day has a check-in, and the slugs of the plan. */
async function findFacts(db: Db, patientId: string, day: string): Promise<Facts> {
  const [facts] = await db.$queryRaw<[Facts]>`
    select exists (select 1 from "Goal" where "patientId" = ${patientId}::uuid and "letGoAt" is null) as "hasGoal",
      exists (select 1 from "CheckIn" where "patientId" = ${patientId}::uuid and "day" = ${day}::date) as "hasCheckedIn",
      array(select "slug" from "PlanItem" where "patientId" = ${patientId}::uuid and "endedAt" is null order by "id") as "planned"`;
  return facts;
}
