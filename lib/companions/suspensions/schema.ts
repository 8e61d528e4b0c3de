import { z } from "zod";
import { id, text } from "@/lib/core/fields";

export const suspendInput = z.object({ grantId: id(), reason: text("Write down why", 2_000) });
export type SuspendInput = z.output<typeof suspendInput>;

export const liftInput = z.object({ grantId: id() });
export type LiftInput = z.output<typeof liftInput>;
