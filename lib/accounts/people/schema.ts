import { z } from "zod";
import { id, optionalText, text, version } from "@/lib/core/fields";
import { searched } from "@/lib/core/pages";
import { givenRoles } from "./rules";

export const givenRole = z.enum(givenRoles, "Choose a role");

export const editPersonInput = z.object({
  personId: id(),
  version,
  name: text("Enter a name", 120),
  fullName: optionalText(200),
  credentials: optionalText(120),
  phone: optionalText(40),
});
export type EditPersonInput = z.infer<typeof editPersonInput>;

export const changeRoleInput = z.object({ personId: id(), role: givenRole, credentials: optionalText(120) });
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;

export const personInput = z.object({ personId: id() });
export const invitationInput = z.object({ invitationId: id() });

/** What the address of the list of accounts may say; what makes no sense is left out. */
export const accountFilter = z.object({
  q: searched,
  role: z.enum(["", "admin", "therapist", "patient", "companion"]).catch("").default(""),
  state: z.enum(["", "active", "invited", "deactivated"]).catch("").default(""),
});
export type AccountFilter = z.infer<typeof accountFilter>;
