import { type AgreementAnswers, agreementParts } from "@/lib/companions/words/agreement/rules";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found, orRefuse } from "@/lib/core/errors";
import { findGrantDays } from "../grants/queries";
import { isLetIn } from "../grants/rules";
import { type Agreement, findAgreement } from "./queries";
import { otherWords, reasonNotToAgree, sameAnswers } from "./rules";
import { type AgreementInput, type ConfirmInput, freeName } from "./schema";

/**
 * Keeps what patient and companion agreed. A new version is confirmed by nobody yet; saving the same words again changes nothing.
 * @throws DomainError `conflict` once the session has begun, or where the other has saved meanwhile (`current` holds their words).
 */
export function saveAgreement(actor: Actor, input: AgreementInput) {
  return write(actor, "agreement.save", async (db, audit) => {
    const session = await findOpenSession(db, input.sessionId);
    await requireLetIn(db, session, input.grantId);
    const before = await findAgreement(db, session.id, input.grantId);
    const id = before?.id ?? newId();
    const isSame = before && sameAnswers(before.answers, input.answers);
    if (!isSame && !(await keep(db, actor, { ...input, id, patientId: session.patientId }))) {
      throw savedMeanwhile(found(await findAgreement(db, session.id, input.grantId)), input.answers);
    }
    audit({ patientId: session.patientId, subject: "agreement", subjectId: id });
    return id;
  });
}

/**
 * Says yes to one version, in the own name. It stands once both have said yes to the same one.
 * @throws DomainError `conflict` once the session has begun, or where there is a newer version.
 */
export function confirmAgreement(actor: Actor, { agreementId, version }: ConfirmInput) {
  return write(actor, "agreement.confirm", async (db, audit) => {
    const select = { sessionId: true, patientId: true, version: true };
    const agreement = found(await db.agreement.findUnique({ where: { id: agreementId }, select }));
    await findOpenSession(db, agreement.sessionId);
    const at = now();
    const mine =
      actor.role === "patient"
        ? { patientVersion: version, patientAt: at }
        : { companionVersion: version, companionAt: at };
    const { count } = await beforeItBegins(
      db.agreement.updateMany({ where: { id: agreementId, version }, data: mine }),
    );
    if (count === 0) {
      throw new DomainError(
        "conflict",
        "This was changed meanwhile. Open the page again, read the new words, and confirm those.",
        {
          current: { version: String(agreement.version) },
        },
      );
    }
    audit({ patientId: agreement.patientId, subject: "agreement", subjectId: agreementId, detail: { version } });
    return agreementId;
  });
}

async function findOpenSession(db: Db, sessionId: string) {
  const session = found(
    await db.session.findUnique({
      where: { id: sessionId },
      select: { id: true, patientId: true, state: true, startsAt: true, endsAt: true, completedAt: true },
    }),
  );
  const reason = reasonNotToAgree(session);
  if (reason) throw new DomainError("conflict", reason);
  return session;
}

/** The grant must be live and let its companion into this session. A companion finds none but their own. */
async function requireLetIn(db: Db, session: Awaited<ReturnType<typeof findOpenSession>>, grantId: string) {
  const live = { patientId: session.patientId, acceptedAt: { not: null }, endedAt: null, suspendedAt: null };
  const grant = found(
    await db.companionGrant.findFirst({
      where: { id: grantId, ...live },
      select: {
        scope: true,
        createdAt: true,
        sessions: { where: { removedAt: null, sessionId: session.id }, select: { sessionId: true } },
      },
    }),
  );
  const sessionIds = grant.sessions.map(({ sessionId }) => sessionId);
  found(isLetIn({ ...grant, sessionIds }, session, await findGrantDays(db), now()) || null);
}

type Kept = AgreementInput & { id: string; patientId: string };

/** Whether it was kept: not when another version is there already. */
async function keep(db: Db, actor: Actor, { id, patientId, sessionId, grantId, version, answers }: Kept) {
  const saved = {
    sealed: await seal(db, actor.clinicId, id, JSON.stringify(answers)),
    savedAt: now(),
    savedById: actor.personId,
  };
  const own = { id, clinicId: actor.clinicId, patientId, sessionId, grantId };
  const { count } = await beforeItBegins(
    version === 0
      ? db.agreement.createMany({ data: { ...own, ...saved }, skipDuplicates: true })
      : db.agreement.updateMany({ where: { id, version }, data: { ...saved, version: { increment: 1 } } }),
  );
  return count === 1;
}

/** The session may begin between the look and the change; then the database says so. */
const beforeItBegins = <T>(work: Promise<T>) =>
  orRefuse(work, "23514", "The session has begun. What you agreed stays as it is.");

function savedMeanwhile({ version, answers }: Agreement, mine: AgreementAnswers) {
  const differs = otherWords(answers, mine).join(" ");
  const said = differs ? ` What is kept now says other than you: ${differs}` : "";
  const message = `This was changed meanwhile. If you save again, what you wrote here counts.${said}`;
  const texts = agreementParts.map(({ key }) => [freeName(key), answers[key]?.free ?? ""]);
  return new DomainError("conflict", message, { current: { version: String(version), ...Object.fromEntries(texts) } });
}
