import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { Prisma } from "@/prisma/generated/client";
import { type CheckIn, isEmpty } from "./rules";

const shown = { omit: { clinicId: true, patientId: true } } as const;
type Row = Prisma.CheckInGetPayload<typeof shown>;

/** The check-in of one calendar day, such as `2026-11-21`. */
export async function findCheckIn(db: Db, patientId: string, day: string): Promise<CheckIn | null> {
  const row = await db.checkIn.findUnique({ where: { patientId_day: { patientId, day: dateOf(day) } }, ...shown });
  return row && open(db, row);
}

/** One check-in that the one who asks may see. */
export async function findCheckInById(db: Db, id: string): Promise<CheckIn | null> {
  const row = isId(id) ? await db.checkIn.findUnique({ where: { id }, ...shown }) : null;
  return row && open(db, row);
}

/**
 * A patient's check-ins that the one who asks may see, the newest day first, with the word opened. `from` and `to` are calendar days, both
 * included; without them all days. `ids` keeps those alone.
 */
export async function listCheckIns(
  db: Db,
  patientId: string,
  { from, to, ids }: { from?: string; to?: string; ids?: string[] } = {},
): Promise<CheckIn[]> {
  const day = { gte: from && dateOf(from), lte: to && dateOf(to) };
  const rows = await db.checkIn.findMany({
    where: { patientId, day, id: ids && { in: ids } },
    orderBy: { day: "desc" },
    ...shown,
  });
  const opened = await Promise.all(rows.map((row) => open(db, row)));
  return opened.filter((checkIn) => !isEmpty(checkIn));
}

/** When the dosing sessions that took place began, from the first to the last. */
export async function listDoses(db: Db, patientId: string, { from, to }: { from: Date; to: Date }): Promise<Date[]> {
  const doses = await db.session.findMany({
    where: { patientId, kind: "dosing", state: "completed", startsAt: { gte: from, lte: to } },
    select: { startsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return doses.map(({ startsAt }) => startsAt);
}

async function open(db: Db, { wordSealed, day, sleepHours, screens, ...row }: Row): Promise<CheckIn> {
  return {
    ...row,
    day: day.toISOString().slice(0, 10),
    sleepHours: sleepHours?.toNumber() ?? null,
    screens: screens?.toNumber() ?? null,
    word: wordSealed ? await unseal(db, row.id, wordSealed) : "",
  };
}

/** A calendar day as the database's date takes it. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
