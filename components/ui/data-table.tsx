import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Column<Row> = {
  label: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned tabular figures; the unit belongs in the label. */
  number?: boolean;
  /** The head is only for screen readers, as for a column of links. */
  hideLabel?: boolean;
};

type Props<Row> = {
  caption: string;
  showCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Shown in place of an empty table. */
  empty?: ReactNode;
};

/** A table at a desk, cards on a phone. The first column names the row. */
export function DataTable<Row>({ caption, showCaption, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="table-card">
      <table {...as("table")}>
        <caption className={showCaption ? undefined : "sr-only"}>{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            {columns.map((column) => (
              <th key={column.label} {...as("columnheader")} scope="col" className={classNames(column.number && "n")}>
                <span className={column.hideLabel ? "sr-only" : undefined}>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...as("row")}>
              {columns.map((column, index) => (
                <Cell key={column.label} column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// A table laid out as cards loses its meaning for screen readers unless the roles are spelt out.
const as = (role: string) => ({ role });

function Cell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  const content = <div>{column.cell(row)}</div>;
  if (first)
    return (
      <th {...as("rowheader")} scope="row">
        {content}
      </th>
    );
  return (
    <td
      {...as("cell")}
      className={classNames(column.number && "n")}
      data-label={column.hideLabel ? undefined : column.label}
    >
      {content}
    </td>
  );
}
