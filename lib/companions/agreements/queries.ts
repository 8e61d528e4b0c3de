import { findGrantDays, listLiveGrants } from "@/lib/companions/grants/queries";
import { isLetIn } from "@/lib/companions/grants/rules";
import type { AgreementAnswers } from "@/lib/companions/words/agreement/rules";
import { now } from "@/lib/core/clock";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { SessionState } from "@/lib/sessions/rules";

const view = {
  id: true,
  sessionId: true,
  grantId: true,
  version: true,
  savedAt: true,
  savedById: true,
  patientVersion: true,
  patientAt: true,
  companionVersion: true,
  companionAt: true,
  sealed: true,
} as const;

/**
 * What was agreed for a session, with the answers in the clear; null where nothing was, or where it is not open to the one who asks.
 * A companion finds their own. Without `grantId` it is the one that was saved last.
 */
export async function findAgreement(db: Db, sessionId: string, grantId?: string) {
  if (!isId(sessionId) || (grantId !== undefined && !isId(grantId))) return null;
  const row = await db.agreement.findFirst({
    where: { sessionId, grantId },
    orderBy: { savedAt: "desc" },
    select: view,
  });
  return row && openAgreement(db, row);
}

export type Agreement = NonNullable<Awaited<ReturnType<typeof findAgreement>>>;

type Session = {
  id: string;
  patientId: string;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  completedAt: Date | null;
};

/** For the patient and the care team: each companion who is let into a session, with what was agreed with them so far. */
export async function listAgreements(db: Db, session: Session) {
  const grantDays = await findGrantDays(db);
  const grants = await listLiveGrants(db, session.patientId);
  const letIn = grants.filter((grant) => isLetIn(grant, session, grantDays, now()));
  const rows = await db.agreement.findMany({
    where: { sessionId: session.id, grantId: { in: letIn.map(({ id }) => id) } },
    select: view,
  });
  const agreements = await Promise.all(rows.map((row) => openAgreement(db, row)));
  return letIn.map(({ id, companionName }) => ({
    grantId: id,
    companionName,
    agreement: agreements.find(({ grantId }) => grantId === id) ?? null,
  }));
}

export type AgreementListed = Awaited<ReturnType<typeof listAgreements>>[number];

/** A row with its answers in the clear. */
export async function openAgreement<Row extends { id: string; sealed: string }>(db: Db, { sealed, ...row }: Row) {
  const answers: AgreementAnswers = JSON.parse(await unseal(db, row.id, sealed));
  return { ...row, answers };
}
