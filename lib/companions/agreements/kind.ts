import { nameOf } from "@/lib/companions/grants/rules";
import { agreementWords } from "@/lib/companions/words/agreement/rules";
import type { Db } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { openAgreement } from "./queries";
import { confirmedBy } from "./rules";

export const kinds = {
  agreement: {
    tables: ["Agreement"],
    words: { one: "agreement", many: "agreements", title: "An agreement" },
    seenBy: ["patient", "therapist", "companion"],
    shared: null,
    find: null,
    timeline: null,
    arrives: null,
    export: { take: takeAgreements },
    page: {
      patient: ({ ref }) => `/my/sessions/${ref}/agreement`,
      therapist: ({ ref }) => `/therapist/sessions/${ref}`,
    },
  },
} as const satisfies KindTable;

/** What patient and companions agreed for their sessions, in words. */
async function takeAgreements(db: Db, patientId: string) {
  const rows = await db.agreement.findMany({
    where: { patientId },
    select: {
      ...{ id: true, sessionId: true, grantId: true, sealed: true, savedAt: true },
      ...{ version: true, patientVersion: true, companionVersion: true },
      grant: { select: { companionName: true, nameGoneAt: true } },
    },
    orderBy: [{ savedAt: "asc" }, { id: "asc" }],
  });
  const agreements = [];
  for (const { grant, savedAt, ...row } of rows) {
    const { sessionId, answers } = await openAgreement(db, row);
    const lines = agreementWords(answers).filter(({ isOpen }) => !isOpen);
    const said = lines.map(({ title, text }) => ({ title, text }));
    agreements.push({ sessionId, companionName: nameOf(grant), savedAt, stands: confirmedBy(row).stands, said });
  }
  return { found: { agreements } };
}
