"use client";

import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { LineRow, RemovedRow } from "./line-row";
import { type Line, useRows } from "./use-rows";

type Props = {
  zone: string;
  isNow: boolean;
  lines: Line[];
  title: string;
  hint: ReactNode;
  /** Made by the portal, so that there is a row for the next line without JavaScript too. */
  emptyLineId: string;
};

/** The timed lines. "Add a line" lays out a row; without JavaScript it saves, and the page comes back with a row for the next. */
export function Lines({ zone, isNow, lines, title, hint, emptyLineId }: Props) {
  const { rows, add, change, list } = useRows([...lines, { id: emptyLineId, time: "", text: "" }]);
  const times = isNow ? "The time is kept from your first letter." : "Give a time as near as you can.";
  return (
    <fieldset id="lines" ref={list} className="stack gap-4 scroll-mt-4 min-w-0" aria-describedby="lines-hint">
      <legend className="mb-1 font-semibold">{title}</legend>
      <p id="lines-hint" className="small soft">
        {hint} {times} A line without words is left out.
      </p>
      <ol className="grid gap-5">
        {rows.map((row, index) =>
          row.isRemoved ? (
            <RemovedRow key={row.id} row={row} onPutBack={() => change(row.id, { isRemoved: false, isBack: true })} />
          ) : (
            <LineRow
              key={row.id}
              row={row}
              number={index + 1}
              zone={isNow ? zone : undefined}
              onRemove={(kept) => change(row.id, { ...kept, isRemoved: true })}
            />
          ),
        )}
      </ol>
      <button type="submit" name="intent" value="line" className={buttonClass("quiet", true, "w-fit")} onClick={add}>
        Add a line
      </button>
    </fieldset>
  );
}
