"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { upload } from "@/client/upload";
import { buttonClass } from "@/components/ui/button-class";
import { ClearButton } from "./clear-button";
import { asPng, paint, paintFrom } from "./paint";
import { add, blank, type Drawing, inks, onPaper, paper, redo, type Stroke, undo, widths } from "./strokes";
import { Tools, Turn } from "./tools";
import { useWarning } from "./use-warning";

type Props = {
  id: string;
  writer: string;
  /** Three inks instead of six. */
  few: boolean;
};

export default function SketchPad({ id, writer, few }: Props) {
  const router = useRouter();
  const [drawing, setDrawing] = useState<Drawing>(blank);
  const [ink, setInk] = useState<string>(inks[0].colour);
  const [width, setWidth] = useState<number>(widths[0].width);
  const [saving, setSaving] = useState<"no" | "now" | "done">("no");
  const [trouble, setTrouble] = useState("");
  const canvas = useCanvas(drawing);
  const pen = usePen((stroke) => setDrawing((before) => add(before, stroke)), { ink, width });
  useWarning(drawing.strokes.length > 0 && saving !== "done");

  const keep = async () => {
    if (saving !== "no" || !canvas.current) return;
    if (drawing.strokes.length === 0)
      return setTrouble("The paper is still empty. Draw a line first, or use the words below.");
    setSaving("now");
    setTrouble("");
    const png = await asPng(canvas.current);
    const answer = png
      ? await upload(png, { source: "sketch", id, writer })
      : { message: "This browser could not make a picture of it." };
    if ("message" in answer) {
      setSaving("no");
      return setTrouble(`${answer.message} Your sketch is still on the paper.`);
    }
    setSaving("done");
    router.push(`/my/making/${answer.id}`);
    router.refresh();
  };

  const byKeys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    setDrawing(event.shiftKey ? redo : undo);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut beside the buttons that do the same
    <div className="sketch" onKeyDown={byKeys}>
      <Tools inks={few ? inks.slice(0, 3) : inks} ink={ink} onInk={setInk} width={width} onWidth={setWidth}>
        <button type="button" className="pen" disabled={drawing.strokes.length === 0} onClick={() => setDrawing(undo)}>
          <Turn back />
          Undo
        </button>
        <button type="button" className="pen" disabled={drawing.undone.length === 0} onClick={() => setDrawing(redo)}>
          <Turn />
          Redo
        </button>
      </Tools>
      <canvas
        ref={canvas}
        width={paper.width}
        height={paper.height}
        className="paper"
        role="img"
        aria-label={`Your paper, with ${drawing.strokes.length === 1 ? "one line" : `${drawing.strokes.length} lines`}. Drawing needs a finger, a pen or a mouse; below you can describe it in words instead.`}
        {...pen}
      />
      <div className="row">
        <ClearButton disabled={drawing.strokes.length === 0} onClear={() => setDrawing(blank)} />
        <button
          type="button"
          className={buttonClass("primary", false, "push")}
          aria-disabled={saving !== "no" || undefined}
          onClick={keep}
        >
          {trouble && drawing.strokes.length > 0 ? "Try again" : "Keep it"}
        </button>
      </div>
      <p role="alert" className="trouble">
        {trouble}
      </p>
      <p role="status" className="small soft">
        {saving === "now" && "Being kept …"}
      </p>
    </div>
  );
}

function useCanvas(drawing: Drawing) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paint(canvas.current, drawing);
  }, [drawing]);
  return canvas;
}

/** One stroke at a time, by finger, pen or mouse; a second finger or a palm is not heard. */
function usePen(onStroke: (stroke: Stroke) => void, { ink, width }: Omit<Stroke, "points">) {
  const current = useRef<{ pointer: number; stroke: Stroke } | null>(null);
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (current.current || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const points = [onPaper(event, event.currentTarget.getBoundingClientRect())];
    current.current = { pointer: event.pointerId, stroke: { ink, width, points } };
    paintFrom(event.currentTarget, current.current.stroke, 0);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const going = current.current;
    if (going?.pointer !== event.pointerId) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { points } = going.stroke;
    const from = points.length;
    const all = event.nativeEvent.getCoalescedEvents?.() ?? [];
    for (const one of all.length > 0 ? all : [event.nativeEvent]) points.push(onPaper(one, box));
    paintFrom(event.currentTarget, going.stroke, from);
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    const going = current.current;
    if (going?.pointer !== event.pointerId) return;
    current.current = null;
    onStroke(going.stroke);
  };
  return { onPointerDown: begin, onPointerMove: move, onPointerUp: end, onPointerCancel: end };
}
