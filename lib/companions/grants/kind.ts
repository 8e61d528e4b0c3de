import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import type { KindTable, Thing } from "@/lib/core/kind";
import { nameOf } from "./rules";

export const kinds = {
  companionGrant: {
    tables: ["CompanionGrant", "CompanionGrantSession"],
    words: { one: "companion’s access", many: "companions’ access", title: "A companion’s access" },
    seenBy: ["patient", "therapist", "companion"],
    shared: null,
    find: null,
    timeline: null,
    arrives: null,
    export: { take: takeGrants, tell: tellGrants },
    page: {
      patient: ({ id }) => `/my/companions/${id}`,
      therapist: ({ id }) => `/therapist/companions/${id}`,
    },
  },
} as const satisfies KindTable;

/** Whom the patient let in, from when until when, and the invitation in their words. */
async function takeGrants(db: Db, patientId: string) {
  const rows = await db.companionGrant.findMany({
    where: { patientId },
    select: {
      ...{ id: true, companionName: true, nameGoneAt: true, relationship: true, scope: true, showsIntention: true },
      ...{ createdAt: true, acceptedAt: true, endedAt: true, welcomeSealed: true },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const companions = [];
  for (const { welcomeSealed, nameGoneAt, companionName, ...row } of rows) {
    const invitation = welcomeSealed ? await unseal(db, row.id, welcomeSealed) : "";
    companions.push({ ...row, companionName: nameOf({ companionName, nameGoneAt }), invitation });
  }
  return { found: { companions } };
}

type Taken = Awaited<ReturnType<typeof takeGrants>>["found"];

function tellGrants({ companions }: Taken): Thing[] {
  return companions.map(({ id, companionName, relationship, createdAt, invitation }) => ({
    ...{ id, ref: null, title: `My invitation to ${companionName}`, what: relationship, at: createdAt },
    parts: invitation ? [{ part: "words" as const, text: invitation }] : [],
  }));
}
