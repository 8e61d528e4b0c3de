import type { Actor } from "@/lib/core/actor";
import { write } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { invite } from "../invitations/commands";
import type { InviteInput } from "./schema";

/** Invites somebody of the clinic. A patient may be given a therapist at once, who treats them from their acceptance on. */
export function invitePerson(actor: Actor, { therapistId, ...input }: InviteInput): Promise<string> {
  const credentials = input.role === "therapist" ? input.credentials : "";
  return write(actor, "account.invite", async (db, audit) => {
    const id = await invite(db, { ...input, credentials, clinicId: actor.clinicId, createdById: actor.personId });
    if (input.role === "patient" && therapistId) {
      const therapist = { id: therapistId, role: "therapist" as const, deactivatedAt: null };
      found(await db.person.findFirst({ where: therapist, select: { id: true } }), "Choose a therapist from the list.");
      await db.invitation.update({ where: { id }, data: { therapistId }, select: { id: true } });
    }
    audit({ subject: "invitation", subjectId: id, detail: { role: input.role } });
    return id;
  });
}
