import { z } from "zod";
import type { LineInput } from "@/lib/companions/lines/commands";
import { id, optionalText } from "@/lib/core/fields";
import { OpenWith } from "@/prisma/generated/enums";
import { ticksOf } from "./rules";

const mostLines = 500;

const lineText = optionalText(1_000);
const lineField = /^(text|time):([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/;
const clockTime = /^([01]\d|2[0-3]):[0-5]\d$|^$/;

/**
 * The debrief. A line's fields carry its id in their names (`text:<id>`, `time:<id>` as 14:05), so that each keeps its own error and its
 * own words whoever sends it; one without words is removed. So do the ticks of the way home (`ride:<key>`). Version 0: there was no note yet.
 */
export const noteInput = z.preprocess(
  withSingleValues,
  z
    .looseObject({
      sessionId: id(),
      version: z.coerce.number().int().min(0),
      intent: z.enum(["draft", "line", "handOver"]).default("draft"),
      saw: optionalText(8_000),
      seemed: optionalText(8_000),
      moved: optionalText(8_000),
    })
    .transform(({ sessionId, version, intent, saw, seemed, moved, ...rest }, context) => {
      const lines = gatherLines(rest).map((line) => checkLine(line, context));
      if (lines.length > mostLines) context.addIssue({ code: "custom", message: `Keep ${mostLines} lines or fewer` });
      return { sessionId, version, intent, saw, seemed, moved, rideHome: ticksOf(rest), lines };
    }),
);
type Given = z.output<typeof noteInput>;
/** What is left out of `moved` and `rideHome` stays as it was. */
export type NoteInput = Omit<Given, "intent" | "moved" | "rideHome"> & Partial<Pick<Given, "moved" | "rideHome">>;

export const handOverInput = z.object({ sessionId: id(), version: z.coerce.number().int().positive() });
export type HandOverInput = z.output<typeof handOverInput>;

/** With whom the patient wants to be when they open it; empty where that was not said. */
export const openWith = z.preprocess((value) => value || undefined, z.enum(OpenWith).optional());

export const openInput = z.object({ noteId: id(), openWith });
export type OpenInput = { noteId: string; openWith?: OpenWith };

/** An editor that saves by itself sends each name with a list of values. */
function withSingleValues(fields: unknown): unknown {
  if (fields === null || typeof fields !== "object") return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

function gatherLines(fields: Record<string, unknown>): LineInput[] {
  const lines = new Map<string, LineInput>();
  for (const [name, value] of Object.entries(fields)) {
    const [, part, lineId] = lineField.exec(name) ?? [];
    if (!part || !lineId || typeof value !== "string") continue;
    const line = lines.get(lineId) ?? { id: lineId, time: "", text: "" };
    lines.set(lineId, part === "text" ? { ...line, text: value } : { ...line, time: value.slice(0, 5) });
  }
  return [...lines.values()];
}

function checkLine(line: LineInput, context: z.RefinementCtx): LineInput {
  if (!clockTime.test(line.time)) {
    context.addIssue({ code: "custom", path: [`time:${line.id}`], message: "Enter the time, like 14:05" });
  }
  const text = lineText.safeParse(line.text);
  for (const { message } of text.error?.issues ?? []) {
    context.addIssue({ code: "custom", path: [`text:${line.id}`], message });
  }
  return { ...line, text: text.data ?? "" };
}
