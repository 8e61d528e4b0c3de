import type { Role } from "@/prisma/generated/enums";

/**
 * Which roles may do what. The verb is the audit entry and a row of the permission tests, and decides whether a button shows.
 * To whom somebody stands in which relation is decided by the policies in the database.
 */
export const verbs = {
  "account.invite": ["admin"],
  "invitation.resend": ["admin", "patient"],
  "invitation.revoke": ["admin", "patient"],
  "person.edit": ["admin"],
  "person.changeRole": ["admin"],
  "person.deactivate": ["admin"],
  "person.reactivate": ["admin"],
  "careTeam.assign": ["admin"],
  "careTeam.end": ["admin"],
  "careTeam.handOver": ["admin"],
  "clinic.edit": ["admin"],
  "audit.export": ["admin"],
  "outbox.read": ["admin"],

  "profile.edit": ["admin", "therapist", "patient", "companion"],

  "record.open": ["therapist"],
  "session.schedule": ["therapist"],
  "session.reschedule": ["therapist"],
  "session.cancel": ["therapist"],
  "session.checkIn": ["therapist"],
  "session.start": ["therapist"],
  "session.complete": ["therapist"],
  "session.noShow": ["therapist"],
  "note.draft": ["therapist"],
  "note.sign": ["therapist"],
  "note.addend": ["therapist"],
  "note.release": ["therapist"],
  "note.withhold": ["therapist"],
  "psychotherapyNote.save": ["therapist"],
  "share.see": ["therapist"],

  "intention.set": ["patient"],
  "goal.set": ["patient"],
  "goal.letGo": ["patient"],
  "goal.takeUp": ["patient"],
  "goalAction.add": ["patient"],
  "goalAction.change": ["patient"],
  "share.give": ["patient"],
  "share.takeBack": ["patient"],
  "note.read": ["patient"],
  "companion.invite": ["patient"],
  "companion.change": ["patient"],
  "companion.end": ["patient"],
  "companionNote.open": ["patient"],

  "companionNote.save": ["companion"],
  "companionNote.handOver": ["companion"],
} as const satisfies Record<string, readonly Role[]>;

export type Verb = keyof typeof verbs;

export const may = (who: { role: Role }, verb: Verb): boolean => (verbs[verb] as readonly Role[]).includes(who.role);
