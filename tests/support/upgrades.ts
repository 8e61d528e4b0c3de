import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type pg from "pg";
import { inject } from "vitest";
import { changeAddress } from "@/lib/core/address";
import { openDatabase } from "@/scripts/lib/database";
import { asAdmin, pointAt } from "./database";

/** The demonstration as an earlier version kept it, in a database of its own to which the test points. `tests/upgrades/README.md` */
export async function restore(dump: string) {
  const { adminUrl, portalSecret } = inject("postgres");
  const name = `upgrade_${randomBytes(6).toString("hex")}`;
  await asAdmin("postgres", (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  const script = gunzipSync(readFileSync(path.join("tests/upgrades", `${dump}.sql.gz`))).toString();
  // psql's own commands are not for the server.
  await asAdmin(name, (admin) => admin.query(script.replace(/^\\.*$/gm, "")));
  pointAt(name);
  const address = changeAddress(adminUrl, { database: name });
  const settings = { DATABASE_URL: address } as Parameters<typeof openDatabase>[0];
  const database = await openDatabase(settings, { portalSecret, postgresPassword: "" });
  return { name, adminUrl: address, portalSecret, database };
}

type Sums = Record<string, { rows: number; sum: string }>;

/** How many rows each table holds, and a sum over all that stands in them, in the columns that `like` had when it was summed. */
export async function sumUp(sql: pg.Client, like?: Map<string, string[]>): Promise<[Sums, Map<string, string[]>]> {
  const columns = like ?? (await listColumns(sql));
  const sums: Sums = {};
  for (const [table, names] of columns) {
    const row = names.map((name) => `t."${name}"::text`).join(", ");
    const { rows } = await sql.query(
      `select count(*)::int as rows, md5(coalesce(string_agg(md5(row(${row})::text), '' order by md5(row(${row})::text)), '')) as sum from "${table}" t`,
    );
    sums[table] = rows[0];
  }
  return [sums, columns];
}

async function listColumns(sql: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await sql.query(
    `select table_name::text as "table", array_agg(column_name::text order by column_name) as columns
     from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations' group by 1 order by 1`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}
