import { z } from "zod";
import { id, localDateTime, optionalText, text } from "@/lib/core/fields";

const time = {
  startsAt: localDateTime("Enter the day and the time"),
  minutes: z.coerce
    .number("Choose how long it takes")
    .int("Choose how long it takes")
    .min(10, "Choose how long it takes")
    .max(720, "Choose 12 hours or less"),
  place: optionalText(200),
  therapistId: id("Choose who leads the session"),
};

export const scheduleInput = z.object({
  patientId: id(),
  kind: z.enum(["preparation", "dosing", "integration"], "Choose the kind of session"),
  ...time,
});

export const rescheduleInput = z.object({ sessionId: id(), ...time, reason: optionalText(500) });

export const cancelInput = z.object({ sessionId: id(), reason: text("Enter why it is cancelled", 500) });

export const sessionInput = z.object({ sessionId: id() });

/** `startsAt` is a time on the clock of the clinic, such as `2026-11-21T14:00`. */
export type ScheduleInput = z.output<typeof scheduleInput>;
export type RescheduleInput = z.output<typeof rescheduleInput>;
export type CancelInput = z.output<typeof cancelInput>;
export type SessionInput = z.output<typeof sessionInput>;
