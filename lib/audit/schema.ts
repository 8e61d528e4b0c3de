import { z } from "zod";
import { searched } from "@/lib/core/pages";
import type { VerbGroup } from "@/lib/core/verb";
import { type Outcome, outcomes, verbGroups } from "./rules";

const day = z.iso.date().catch("").default("");
const oneOf =
  <K extends string>(names: Record<K, unknown>) =>
  (value: string) =>
    value === "" || value in names;

/** What the address of the audit log may say; what makes no sense is left out. `by` and `record` are part of a name, or an id. */
export const auditFilter = z.object({
  by: searched,
  record: searched,
  group: z
    .custom<VerbGroup | "">((value) => typeof value === "string" && oneOf(verbGroups)(value))
    .catch("")
    .default(""),
  from: day,
  until: day,
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const signInFilter = z.object({
  who: searched,
  outcome: z
    .custom<Outcome | "">((value) => typeof value === "string" && oneOf(outcomes)(value))
    .catch("")
    .default(""),
});
export type SignInFilter = z.infer<typeof signInFilter>;
