import { z } from "zod";
import type { LineInput } from "@/lib/companions/lines/commands";
import { id, optionalText } from "@/lib/core/fields";

const mostLines = 500;

const lineText = optionalText(1_000);
const lineField = /^(text|time):([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/;
const clockTime = /^([01]\d|2[0-3]):[0-5]\d$|^$/;

/**
 * The debrief. A line's fields carry its id in their names (`text:<id>`, `time:<id>` as 14:05), so that each keeps its own error and its
 * own words whoever sends it; one without words is removed. Version 0: there was no note yet.
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
    })
    .transform(({ sessionId, version, intent, saw, seemed, ...rest }, context) => {
      const lines = gatherLines(rest).map((line) => checkLine(line, context));
      if (lines.length > mostLines) context.addIssue({ code: "custom", message: `Keep ${mostLines} lines or fewer` });
      return { sessionId, version, intent, saw, seemed, lines };
    }),
);
export type NoteInput = Omit<z.output<typeof noteInput>, "intent">;

export const handOverInput = z.object({ sessionId: id(), version: z.coerce.number().int().positive() });
export type HandOverInput = z.output<typeof handOverInput>;

export const openInput = z.object({ noteId: id() });

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
