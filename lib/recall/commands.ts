import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Audit, type Db, joinSql, newId, sql, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { findDeskSession, listStanding } from "./places/queries";
import { type Change, inOrder, moved, type RecallSubject } from "./rules";
import type { Arrange, Tie } from "./schema";

/** Does one thing with what lies on a session's desk. Done already, nothing changes. Answers with the thing's id. */
export const arrange = (actor: Actor, { sessionId, subjectId, change, past }: Arrange) =>
  write(actor, "recall.arrange", async (db, audit) => {
    const { session, standing, subject } = await findStanding(db, actor, sessionId, subjectId, audit);
    audit({ detail: { change } });
    if (change === "up" || change === "down") {
      const order = inOrder(standing.filter((one) => !one.aside && one.subject !== "memory")).map(({ id }) => id);
      const next = moved(order, subjectId, change, past ?? "");
      if (next === order) throw new DomainError("conflict", "The desk has changed meanwhile. Open this page again.");
      const subjects = new Map(standing.map((one) => [one.id, one.subject]));
      await place(
        db,
        actor,
        session.id,
        next.map((id) => ({ id, subject: subjects.get(id) ?? "entry" })),
      );
    } else if (subject === "companionLine" && (change === "aside" || change === "back")) {
      await foldLine(db, subjectId, change);
    } else {
      await lay(db, actor, session.id, { id: subjectId, subject }, change);
    }
    return subjectId;
  });

/** Everything lies by the clock again. Answers with the session's id. */
export const layByClock = (actor: Actor, { sessionId }: { sessionId: string }) =>
  write(actor, "recall.arrange", async (db, audit) => {
    found(await findDeskSession(db, actor.personId, sessionId));
    await db.recallItem.updateMany({
      where: { sessionId, position: { not: null } },
      data: { position: null, changedAt: now() },
    });
    audit({ patientId: actor.personId, subject: "session", subjectId: sessionId, detail: { change: "byClock" } });
    return sessionId;
  });

/** Ties something on the desk to one of the patient's threads, or to none. */
export const tieToThread = (actor: Actor, { sessionId, subjectId, threadId }: Tie) =>
  write(actor, "recall.arrange", async (db, audit) => {
    const { session, subject } = await findStanding(db, actor, sessionId, subjectId, audit);
    audit({ detail: { change: "thread" } });
    if (threadId) {
      const where = { id: threadId, patientId: actor.personId };
      found(await db.thread.findUnique({ where, select: { id: true } }), "This thread is not here, or no longer.");
    }
    await keep(db, actor, session.id, { id: subjectId, subject }, { threadId }, {});
    return subjectId;
  });

type Thing = { id: string; subject: RecallSubject };

async function findStanding(db: Db, actor: Actor, sessionId: string, subjectId: string, audit: Audit) {
  const session = found(await findDeskSession(db, actor.personId, sessionId));
  const standing = await listStanding(db, session, actor.personId);
  const { subject } = found(standing.find(({ id }) => id === subjectId));
  audit({ patientId: actor.personId, subject, subjectId });
  return { session, standing, subject };
}

/** The columns that a change sets, and what they were where it is not done yet. */
function columnsOf(change: Exclude<Change, "up" | "down">) {
  const at = now();
  return {
    bring: [{ bringAt: at }, { bringAt: null }],
    leave: [{ bringAt: null }, { bringAt: { not: null } }],
    beside: [{ withIntention: true }, { withIntention: false }],
    apart: [{ withIntention: false }, { withIntention: true }],
    aside: [{ setAsideAt: at }, { setAsideAt: null }],
    back: [{ setAsideAt: null }, { setAsideAt: { not: null } }],
  }[change] as [Columns, object];
}

type Columns = { bringAt?: Date | null; withIntention?: boolean; setAsideAt?: Date | null; threadId?: string | null };

function lay(db: Db, actor: Actor, sessionId: string, thing: Thing, change: Exclude<Change, "up" | "down">) {
  const [data, before] = columnsOf(change);
  return keep(db, actor, sessionId, thing, data, before);
}

async function keep(db: Db, actor: Actor, sessionId: string, { id, subject }: Thing, data: Columns, before: object) {
  const { clinicId, personId: patientId } = actor;
  const row = { id: newId(), clinicId, patientId, sessionId, subject, subjectId: id, changedAt: now(), ...data };
  const { count } = await db.recallItem.createMany({ data: row, skipDuplicates: true });
  if (count === 1) return;
  await db.recallItem.updateMany({
    where: { sessionId, subjectId: id, ...before },
    data: { ...data, changedAt: now() },
  });
}

/** A line that a companion wrote is set aside where it stands, so that it is so on every page. */
async function foldLine(db: Db, id: string, change: "aside" | "back") {
  if (change === "aside") {
    await db.companionLine.updateMany({ where: { id, setAsideAt: null }, data: { setAsideAt: now() } });
    return;
  }
  const select = { note: { select: { setAsideAt: true } } } as const;
  const line = await db.companionLine.findUnique({ where: { id }, select });
  if (line?.note.setAsideAt) {
    throw new DomainError("conflict", "Its whole note is set aside. Bring it back among your companion’s notes.");
  }
  await db.companionLine.updateMany({ where: { id, setAsideAt: { not: null } }, data: { setAsideAt: null } });
}

/** Gives everything a place, in one statement. */
async function place(db: Db, { clinicId, personId }: Actor, sessionId: string, things: Thing[]) {
  const rows = things.map(
    ({ id, subject }, position) =>
      sql`(${newId()}::uuid, ${clinicId}::uuid, ${personId}::uuid, ${sessionId}::uuid, ${subject}::"RecallSubject", ${id}::uuid, ${position}::int, ${now()}::timestamptz)`,
  );
  await db.$executeRaw`
    insert into "RecallItem" ("id", "clinicId", "patientId", "sessionId", "subject", "subjectId", "position", "changedAt")
    values ${joinSql(rows)}
    on conflict ("sessionId", "subjectId") do update set "position" = excluded."position", "changedAt" = excluded."changedAt"`;
}
