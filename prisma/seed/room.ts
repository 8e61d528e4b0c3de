import { confirmAgreement, saveAgreement } from "@/lib/companions/agreements/commands";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { addToPlan } from "@/lib/practices/plan/commands";
import { findPlan } from "@/lib/practices/plan/queries";
import { keepQuote, shareQuote } from "@/lib/quotes/commands";
import { share } from "@/lib/sharing/commands";
import { at } from "./people";

type People = { patient: Actor; therapist: Actor; companion: Actor };

/** What patient and companion agreed for the session ahead; the companion has said yes to it, the patient not yet. */
export async function agreed({ patient, companion }: People, sessionId: string, grantId: string) {
  const answers = {
    touch: { choice: "asked", free: "Hand or shoulder" },
    light: { choice: "dark" },
    sound: { choice: "music", free: "Low, without words" },
    phones: { choice: "silent" },
  };
  const agreementId = await at(1, "19:00", () => saveAgreement(patient, { sessionId, grantId, version: 0, answers }));
  await at(1, "20:30", () => confirmAgreement(companion, { agreementId, version: 1 }));
}

/** Two things that the therapist heard and wrote down; the first is the patient's to read as well. */
export async function quoted({ therapist }: People, sessionId: string, days: number) {
  const first = await at(days, "16:50", () =>
    keepQuote(therapist, { sessionId, time: "14:29", text: "It can hang there." }),
  );
  await at(days, "16:52", () =>
    keepQuote(therapist, { sessionId, time: "15:20", text: "Somebody left the light on." }),
  );
  await at(days - 1, "09:10", () => shareQuote(therapist, { quoteId: first }));
}

/** The plan of practices, which the therapist adds to. */
export async function plannedTogether({ patient, therapist }: People) {
  const plan = found(await read(patient, (db) => findPlan(db, patient.personId)));
  await at(26, "19:10", () => share(patient, { subject: "plan", subjectId: plan.id, audience: "careTeam" }));
  const suggestion = {
    patientId: patient.personId,
    slug: "connection-listening-friend",
    rhythm: "once before Thursday",
  };
  await at(9, "10:45", () => addToPlan(therapist, suggestion));
}
