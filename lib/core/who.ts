import type { Role } from "@/prisma/generated/enums";
import { may, type Verb, verbs } from "./permissions";

/** Who comes in: whoever may do the verb; one role, where nothing is done; or everybody who is signed in. */
export type Who = Verb | Role | "everybody";

export const isVerb = (who: Who): who is Verb => who in verbs;

export const mayEnter = (actor: { role: Role }, who: Who): boolean =>
  who === "everybody" || (isVerb(who) ? may(actor, who) : actor.role === who);
