import type { Add, World } from "./world";

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);

/** A row of every kind in the companion's room, and what of it is shared. */
export async function fillRoom({ actors, ids }: World, add: Add) {
  const companion = actors.companion.personId;
  const therapist = actors.therapist.personId;
  const agreement = { sealed: "v1.x", savedAt: ago(1), savedById: companion };
  await add("agreement", "Agreement", { ...agreement, sessionId: ids.nextSession, grantId: ids.grant });
  await add("endedAgreement", "Agreement", { ...agreement, sessionId: ids.nextSession, grantId: ids.revokedGrant });
  const inRoom = { sessionId: ids.session, authorId: companion, at: ago(7) };
  await add("lookIn", "LookIn", inRoom);
  await add("staffCall", "StaffCall", { ...inRoom, receivedAt: ago(7) });
  await add("formerLookIn", "LookIn", { ...inRoom, authorId: actors.revokedCompanion.personId });

  const share = { audience: "careTeam", sharedAt: ago(1) };
  await add("lineShare", "Share", { ...share, subject: "companionLine", subjectId: ids.sharedLine });
  const memory = { sealed: "v1.x", at: ago(2) };
  await add("ownMemory", "Memory", { ...memory, lineId: ids.handedLine });
  await add("sharedMemory", "Memory", { ...memory, lineId: ids.sharedLine });
  await add("memoryShare", "Share", { ...share, subject: "memory", subjectId: ids.sharedMemory });

  const quote = { sessionId: ids.session, authorId: therapist, at: ago(7), textSealed: "v1.x" };
  await add("ownQuote", "Quote", quote);
  await add("sharedQuote", "Quote", { ...quote, sharedAt: ago(6) });
  await add("removedQuote", "Quote", { ...quote, sharedAt: ago(6), removedAt: ago(5) });

  const item = { sessionId: ids.session, changedAt: ago(1) };
  await add("recallOwn", "RecallItem", {
    ...item,
    subject: "companionLine",
    subjectId: ids.handedLine,
    bringAt: ago(1),
  });
  await add("recallShared", "RecallItem", {
    ...item,
    subject: "companionLine",
    subjectId: ids.sharedLine,
    bringAt: ago(1),
  });
  await add("recallKept", "RecallItem", { ...item, subject: "memory", subjectId: ids.sharedMemory });
  await add("drawerLine", "DrawerLine", {
    sessionId: ids.session,
    grantId: ids.revokedGrant,
    at: ago(2),
    textSealed: "v1.x",
    deliveredAt: ago(1),
  });
  await add("suspension", "Suspension", {
    grantId: ids.suspendedGrant,
    byId: therapist,
    reasonSealed: "v1.x",
    at: ago(1),
  });
}
