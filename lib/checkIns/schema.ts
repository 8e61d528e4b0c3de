import { z } from "zod";
import { optionalText } from "@/lib/core/fields";
import { NervousState } from "@/prisma/generated/enums";
import { amounts } from "./rules";

const ask = "Choose one, or leave it out";

/** One of five words, as their number; the empty answer leaves it out. */
const scale = z
  .literal(["", "1", "2", "3", "4", "5"], ask)
  .default("")
  .transform((chosen) => (chosen ? Number(chosen) : null));

const state = z
  .union([z.literal(""), z.enum(NervousState)], ask)
  .default("")
  .transform((chosen) => chosen || null);

/** A number in the unit of `amounts`, with a point or a comma. */
const amount = ({ max, step }: { max: number; step: number }, ask: string) =>
  z
    .string()
    .trim()
    .default("")
    .transform((typed) => (typed === "" ? null : Number(typed.replace(",", "."))))
    .refine((value) => value === null || (value >= 0 && value <= max && Number.isInteger(value / step)), ask);

/** One day's answers; what is left empty is left. `version` 0 is a day without a check-in. */
export const checkInInput = z.object({
  day: z.iso.date("Open this page again").optional(),
  version: z.coerce.number().int().min(0).default(0),
  mood: scale,
  anxiety: scale,
  energy: scale,
  pain: scale,
  sleepQuality: scale,
  connection: scale,
  state,
  sleepHours: amount(amounts.sleepHours, "Enter hours from 0 to 24, in halves, like 6.5"),
  water: amount(amounts.water, "Enter glasses from 0 to 40"),
  caffeine: amount(amounts.caffeine, "Enter cups from 0 to 20"),
  screens: amount(amounts.screens, "Enter hours from 0 to 24, in halves, like 1.5"),
  word: optionalText(60),
});

export type CheckInInput = z.output<typeof checkInInput>;
