import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "account.invite": { roles: ["admin"], group: "accounts", log: "Invited someone", told: () => "invited you" },
  "invitation.resend": { roles: ["admin", "patient"], group: "accounts", log: "Sent an invitation again" },
  "invitation.revoke": { roles: ["admin", "patient"], group: "accounts", log: "Took an invitation back" },
  "person.edit": {
    roles: ["admin"],
    group: "accounts",
    log: "Changed someone’s details",
    told: () => "changed the details of your account",
  },
  "person.changeRole": { roles: ["admin"], group: "accounts", log: "Changed someone’s role" },
  "person.deactivate": {
    roles: ["admin"],
    group: "accounts",
    log: "Deactivated someone",
    told: () => "closed your account",
  },
  "person.reactivate": {
    roles: ["admin"],
    group: "accounts",
    log: "Reactivated someone",
    told: () => "opened your account again",
  },
  "profile.edit": {
    roles: ["admin", "therapist", "patient", "companion"],
    group: "signIns",
    log: "Changed their own profile",
  },
} as const satisfies VerbTable;
