import { z } from "zod";
import { checkbox, email, id, list, optionalText, text, version } from "@/lib/core/fields";

const bounds = {
  relationship: optionalText(120),
  scope: z.enum(["course", "sessions"], "Choose what they may see"),
  sessionIds: list(id("Choose sessions from the list")),
  showsIntention: checkbox,
  /** Left out, it stays as it is. */
  welcome: optionalText(2_000).optional(),
  unsent: z.enum(["drawer", "discard"], "Choose what becomes of them").optional(),
};

const namesSessions = ({ scope, sessionIds }: { scope: string; sessionIds: string[] }) =>
  scope === "course" || sessionIds.length > 0;
const askForSessions = { path: ["sessionIds"], message: "Choose at least one session" };

export const inviteInput = z
  .object({ name: text("Enter what you call them", 80), email, ...bounds })
  .refine(namesSessions, askForSessions);
export type InviteInput = z.output<typeof inviteInput>;

export const changeInput = z
  .object({ grantId: id(), version, name: text("Enter what you call them", 80), ...bounds })
  .refine(namesSessions, askForSessions);
export type ChangeInput = z.output<typeof changeInput>;

export const endInput = z.object({ grantId: id() });

export const leaveInput = z.object({ patientId: id(), askName: checkbox });
export type LeaveInput = z.output<typeof leaveInput>;
