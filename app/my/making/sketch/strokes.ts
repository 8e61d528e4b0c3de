export type Point = { x: number; y: number; pressure: number };
export type Stroke = { ink: string; width: number; points: Point[] };
/** What is on the paper, and what was undone last. */
export type Drawing = { strokes: Stroke[]; undone: Stroke[] };

export const blank: Drawing = { strokes: [], undone: [] };

/** The paper's own measure. */
export const paper = { width: 1200, height: 1500, colour: "#fffdf8" };

export const inks = [
  { name: "Ink", colour: "#20292c" },
  { name: "Clay", colour: "#a8532a" },
  { name: "Dusk", colour: "#4c4a86" },
  { name: "Sea", colour: "#1f6a64" },
  { name: "Moss", colour: "#6f8f3a" },
  { name: "Gold", colour: "#d0a02e" },
] as const;

export const widths = [
  { name: "Fine", width: 7 },
  { name: "Broad", width: 26 },
] as const;

export const add = ({ strokes }: Drawing, stroke: Stroke): Drawing => ({ strokes: [...strokes, stroke], undone: [] });

export function undo({ strokes, undone }: Drawing): Drawing {
  const last = strokes.at(-1);
  return last ? { strokes: strokes.slice(0, -1), undone: [...undone, last] } : { strokes, undone };
}

export function redo({ strokes, undone }: Drawing): Drawing {
  const last = undone.at(-1);
  return last ? { strokes: [...strokes, last], undone: undone.slice(0, -1) } : { strokes, undone };
}

/** A mouse and a finger press with 0.5, which is the width itself; a pen makes it thinner or up to twice as wide. */
export const widthAt = (width: number, pressure: number): number => width * (0.3 + 1.4 * (pressure || 0.5));

/** A place on the screen as a place on the paper. */
export function onPaper(at: { clientX: number; clientY: number; pressure: number }, box: DOMRect): Point {
  const x = ((at.clientX - box.left) / box.width) * paper.width;
  const y = ((at.clientY - box.top) / box.height) * paper.height;
  return { x, y, pressure: at.pressure };
}
