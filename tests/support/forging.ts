import { newId } from "@/lib/core/db";
import { asRole } from "./database";
import type { World } from "./world";

export type Row = Record<string, unknown>;
export type Statement = readonly [text: string, values: readonly unknown[]];

/** Plain SQL as the application's role, in the name of one person; nothing of it stays. Answers with the number of rows. */
export const attempt = (handleHash: string, text: string, values: readonly unknown[] = []) =>
  asRole("portal_app", async (sql) => {
    await sql.query("begin");
    await sql.query("select from enter($1)", [handleHash]);
    return (await sql.query(text, [...values])).rowCount;
  });

/** An INSERT of one row of the world's clinic. */
export function adding({ clinicId }: World, table: string, values: Row): Statement {
  const all: Row = { id: newId(), clinicId, ...values };
  const columns = Object.keys(all);
  const places = columns.map((_, at) => `$${at + 1}`);
  const names = columns.map((column) => `"${column}"`);
  return [`insert into "${table}" (${names.join(", ")}) values (${places.join(", ")})`, Object.values(all)];
}

/** An UPDATE of one column of one row. */
export const changing = (table: string, column: string, value: unknown, key = "", keyColumn = "id"): Statement => [
  `update "${table}" set "${column}" = $1 where "${keyColumn}" = $2`,
  [value, key],
];
