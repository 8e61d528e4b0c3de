import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { findPlan } from "@/lib/practices/plan/queries";
import { listNames } from "@/lib/practices/queries";
import type { Thing } from "../rules";

type Things = [subjectId: string, thing: Thing][];

/** Practices that were noted, by what they are called. */
export async function listLogsAmong(db: Db, patients: string[], ids: string[]): Promise<Things> {
  const logs = await db.practiceLog.findMany({
    where: { id: { in: ids }, removedAt: null },
    select: { id: true, slug: true, at: true, minutes: true, before: true, after: true },
  });
  const [patientId = ""] = patients;
  const nameOf = logs.length > 0 ? await listNames(db, patientId, slugsOf(logs), "A practice of their own") : null;
  return logs.map(({ id, slug, ...log }) => [
    id,
    { kind: "practiceLog", title: nameOf?.(slug).title ?? "A practice", ...log },
  ]);
}

export async function listSensationsAmong(db: Db, ids: string[]): Promise<Things> {
  const rows = await db.sensation.findMany({
    where: { id: { in: ids }, removedAt: null },
    select: { id: true, side: true, place: true, sealed: true, at: true },
  });
  const things: Things = [];
  for (const { id, sealed, ...row } of rows) {
    things.push([id, { kind: "sensation", ...row, words: await unseal(db, id, sealed) }]);
  }
  return things;
}

/** A patient has one plan, so that a page holds at most one. */
export async function listPlanAmong(db: Db, [patientId]: string[], [id]: string[]): Promise<Things> {
  const plan = patientId && id ? await findPlan(db, patientId) : null;
  if (!plan || plan.id !== id) return [];
  return [[id, { kind: "plan", items: plan.items.map(({ id, title, rhythm }) => ({ id, title, rhythm })) }]];
}

export async function listIntentionsAmong(db: Db, ids: string[]): Promise<Things> {
  const rows = await db.intention.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      session: { select: { id: true, kind: true, startsAt: true } },
      wordings: { select: { text: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  return rows.flatMap(
    ({ id, session, wordings: [newest] }): Things =>
      newest ? [[id, { kind: "intention", text: newest.text, session }]] : [],
  );
}

export async function listGoalsAmong(db: Db, ids: string[]): Promise<Things> {
  const rows = await db.goal.findMany({
    where: { id: { in: ids } },
    select: { id: true, from: true, to: true, success: true, letGoAt: true },
  });
  return rows.map(({ id, letGoAt, ...goal }) => [id, { kind: "goal", ...goal, letGo: letGoAt !== null }]);
}

export async function listNotesAmong(db: Db, ids: string[]): Promise<Things> {
  const rows = await db.companionNote.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      grant: { select: { companionName: true } },
      session: { select: { id: true, kind: true, startsAt: true } },
    },
  });
  return rows.map(({ id, grant, session }) => [id, { kind: "companionNote", by: grant.companionName, session }]);
}

const slugsOf = (logs: { slug: string }[]) => [...new Set(logs.map(({ slug }) => slug))];
