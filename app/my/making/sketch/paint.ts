import { type Drawing, paper, type Stroke, widthAt } from "./strokes";

/** Paints the whole paper anew. */
export function paint(canvas: HTMLCanvasElement, { strokes }: Drawing) {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.fillStyle = paper.colour;
  pen.fillRect(0, 0, paper.width, paper.height);
  for (const stroke of strokes) paintFrom(canvas, stroke, 0);
}

/** Paints a stroke from one of its points on. */
export function paintFrom(canvas: HTMLCanvasElement, { points, ink, width }: Stroke, from: number) {
  const pen = canvas.getContext("2d");
  const first = points[0];
  if (!pen || !first) return;
  pen.strokeStyle = ink;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  for (let at = from; at < points.length; at++) {
    const [before, here, after] = [points[at - 1] ?? first, points[at] ?? first, points[at + 1]];
    pen.lineWidth = widthAt(width, here.pressure);
    pen.beginPath();
    const start = at === 0 ? first : middle(before, here);
    pen.moveTo(start.x, start.y);
    const end = after ? middle(here, after) : here;
    pen.quadraticCurveTo(here.x, here.y, end.x, end.y);
    pen.stroke();
  }
}

type Place = { x: number; y: number };
const middle = (a: Place, b: Place) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

export const asPng = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
