import { z } from "zod";
import { id, isId } from "@/lib/core/fields";
import { changes } from "./rules";

/** What a button of the desk sends: `bring.<id>`, and for a move `up.<id>.<the id it goes past>`. */
const act = z.string().transform((words, context) => {
  const [change, subjectId = "", past] = words.split(".");
  const known = changes.find((one) => one === change);
  const moves = known === "up" || known === "down";
  if (known && isId(subjectId) && (moves ? past !== undefined && isId(past) : past === undefined)) {
    return { change: known, subjectId, past };
  }
  context.addIssue({ code: "custom", message: "This cannot be done here" });
  return z.NEVER;
});

export const arrangeInput = z
  .object({ sessionId: id(), act })
  .transform(({ sessionId, act }) => ({ sessionId, ...act }));

export const sessionIdInput = z.object({ sessionId: id() });

export const tieInput = z.object({
  sessionId: id(),
  subjectId: id(),
  threadId: z.union([z.literal("").transform(() => null), id("Choose a thread")]),
});

export type Arrange = z.output<typeof arrangeInput>;
export type Tie = z.output<typeof tieInput>;
