import type { Actor } from "@/lib/core/actor";
import { write } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { ProfileInput } from "./schema";

/** Changes what one is called and in which time zone one lives. Role, credentials and the name with which a therapist signs are the clinic's to change. */
export function editProfile(actor: Actor, { version, name, fullName, ...input }: ProfileInput): Promise<string> {
  const { personId } = actor;
  const signs = actor.role === "therapist";
  return write(actor, "profile.edit", async (db, audit) => {
    const { count } = await db.person.updateMany({
      where: { id: personId, version },
      data: { ...input, ...(signs ? {} : { name }), version: { increment: 1 } },
    });
    if (count === 0) {
      const theirs = await db.person.findUniqueOrThrow({ where: { id: personId } });
      const current = {
        name: theirs.name,
        pronouns: theirs.pronouns,
        timeZone: theirs.timeZone,
        version: String(theirs.version),
      };
      throw new DomainError("conflict", "Your details were changed meanwhile, in another window.", { current });
    }
    if (!signs) await db.contact.updateMany({ where: { personId }, data: { fullName: fullName || name } });
    const own = actor.role === "patient" ? { patientId: personId } : {};
    audit({ ...own, subject: "person", subjectId: personId });
    return personId;
  });
}
