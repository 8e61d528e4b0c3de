import { z } from "zod";
import { id, optionalText, version } from "@/lib/core/fields";
import { slug } from "../schema";

const rhythm = optionalText(120);

/** `patientId` is sent by the care team; a patient's plan is their own. */
export const addToPlanInput = z.object({ patientId: id().optional(), slug, rhythm });
export const rhythmInput = z.object({ itemId: id(), version, rhythm });
export const letGoInput = z.object({ itemId: id() });

export type AddToPlanInput = z.output<typeof addToPlanInput>;
export type RhythmInput = z.output<typeof rhythmInput>;
