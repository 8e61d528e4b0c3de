import { expect, test } from "vitest";
import { add, blank, onPaper, paper, redo, undo, widthAt } from "@/app/my/making/sketch/strokes";

const line = (ink: string) => ({ ink, width: 7, points: [{ x: 1, y: 1, pressure: 0.5 }] });

test("lines are undone and redone in their order, and a new one forgets what was undone", () => {
  const two = add(add(blank, line("a")), line("b"));
  expect(undo(two)).toEqual({ strokes: [line("a")], undone: [line("b")] });
  expect(redo(undo(two))).toEqual(two);
  expect(undo(undo(undo(two)))).toEqual({ strokes: [], undone: [line("b"), line("a")] });
  expect(redo(two)).toEqual(two);
  expect(add(undo(two), line("c"))).toEqual({ strokes: [line("a"), line("c")], undone: [] });
});

test("a pen's pressure widens a line; a mouse draws it as wide as it is called", () => {
  expect(widthAt(10, 0.5)).toBeCloseTo(10);
  expect(widthAt(10, 0)).toBeCloseTo(10);
  expect(widthAt(10, 1)).toBeGreaterThan(16);
  expect(widthAt(10, 0.1)).toBeLessThan(5);
});

test("a place on the screen is a place on the paper, however large it is shown", () => {
  const box = { left: 10, top: 20, width: 240, height: 300 } as DOMRect;
  expect(onPaper({ clientX: 130, clientY: 170, pressure: 0.5 }, box)).toEqual({
    x: paper.width / 2,
    y: paper.height / 2,
    pressure: 0.5,
  });
});
