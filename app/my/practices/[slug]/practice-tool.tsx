import { ToolDoor } from "@/components/practices/tool-door";
import { Details } from "@/components/ui/details";
import type { Practice } from "@/lib/practices/rules";

const asides = {
  pacer: "A shape to breathe with, if you want one",
  timer: "A timer with a bell, if you want one",
  bodyScan: "Step by step, if you want it",
};

/** What a practice offers beside its words: at once, or for who does without timers, when asked. */
export function PracticeTool({ practice: { tool, steps }, timers }: { practice: Practice; timers: boolean }) {
  if (!tool) return null;
  const door = <ToolDoor tool={tool} steps={steps} showsTime={timers} />;
  return timers ? door : <Details summary={asides[tool]}>{door}</Details>;
}
