import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";

/** One's own details, and the address of the account. */
export const findProfile = (actor: Actor) =>
  read(actor, (db) =>
    db.person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: {
        name: true,
        pronouns: true,
        credentials: true,
        timeZone: true,
        version: true,
        contact: { select: { fullName: true, email: true } },
      },
    }),
  );
