import { z } from "zod";
import { isTimeZone } from "@/lib/core/clock";
import { optionalText, text, version } from "@/lib/core/fields";
import { type Bound, bounds } from "./rules";

const within = (name: Bound, ask: (range: string) => string) => {
  const { min, max } = bounds[name];
  const words = ask(`${min} to ${max}`);
  return z.coerce.number(words).int(words).min(min, words).max(max, words);
};

export const clinicInput = z.object({
  version,
  name: text("Enter the clinic’s name", 120),
  timeZone: z.string("Choose a time zone").refine(isTimeZone, "Choose a time zone"),
  phone: optionalText(40),
  crisisText: optionalText(600),
  staffIdleMinutes: within("staffIdleMinutes", (range) => `For staff, enter ${range} minutes`),
  patientIdleMinutes: within("patientIdleMinutes", (range) => `For patients and companions, enter ${range} minutes`),
  absoluteHours: within("absoluteHours", (range) => `Enter ${range} hours`),
  lookInMinutes: within("lookInMinutes", (range) => `For looking in, enter ${range} minutes`),
  grantDays: within("grantDays", (range) => `Enter ${range} days`),
  releaseAtOnce: z.enum(["yes", "no"], "Choose one").transform((choice) => choice === "yes"),
});
export type ClinicInput = z.infer<typeof clinicInput>;
