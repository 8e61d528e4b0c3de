import { readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { Connection } from "@/lib/core/connection";
import { findPostgres } from "@/scripts/lib/postgres";
import type { Portal } from "./server";

/** Plain SQL on a running portal's own database, as its superuser. */
export async function asSuperuser<T>({ dataDir }: Portal, work: (sql: pg.Client) => Promise<T>): Promise<T> {
  const { postgresPassword } = JSON.parse(readFileSync(path.join(dataDir, "secrets.json"), "utf8"));
  const url = await findPostgres(dataDir, postgresPassword);
  if (!url) throw new Error("No Postgres runs on this data folder.");
  const client = new Connection(url("threshold"));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const century = 36_525;

/**
 * Lets days pass: everything that is kept moves into the past by as much, so that the portal, its database and the browser all
 * go by the same clock. Who is signed in stays signed in.
 */
export async function letDaysPass(portal: Portal, days: number): Promise<void> {
  await asSuperuser(portal, async (sql) => {
    const { rows } = await sql.query<{ table: string; column: string; type: string }>(
      `select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
       join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('timestamp with time zone', 'date')
         and c.table_name not in ('_prisma_migrations', 'SignIn', 'RateLimit') and c.column_name <> 'birthDate'`,
    );
    const tables = new Map(rows.map(({ table }) => [table, rows.filter((row) => row.table === table)]));
    const move = async (by: number) => {
      for (const [table, columns] of tables) {
        const sets = columns.map(
          ({ column, type }) => `"${column}" = "${column}" - ${type === "date" ? by : `interval '${by * 24} hours'`}`,
        );
        await sql.query(`update "${table}" set ${sets.join(", ")}`);
      }
    };
    await sql.query("begin; set local session_replication_role = replica");
    // By way of another century, so that no row meets one that has not moved yet.
    await move(days + century);
    await move(-century);
    await sql.query(`update "SignIn" set "passwordAt" = "passwordAt" - interval '${days * 24} hours'`);
    await sql.query("commit");
  });
}

/** Changes rows of a running portal as if it had always been so. */
export const rewrite = (portal: Portal, statement: string, values: unknown[] = []) =>
  asSuperuser(portal, async (sql) => {
    await sql.query("begin; set local session_replication_role = replica");
    await sql.query(statement, values);
    await sql.query("commit");
  });

/** Noor's next dosing session is the one of today, and about to begin. Answers with its id. */
export async function bringTheSessionToNow(portal: Portal): Promise<string> {
  await letDaysPass(portal, 19);
  const [row] = await asSuperuser(portal, async (sql) => {
    const { rows } = await sql.query<{ id: string }>(
      `select s.id from "Session" s join "Person" p on p.id = s."patientId"
       where p.name = 'Noor' and s.kind = 'dosing' and s.state = 'scheduled'`,
    );
    return rows;
  });
  const id = row?.id ?? "";
  await rewrite(
    portal,
    `update "Session" set "startsAt" = now() - interval '3 minutes', "endsAt" = now() + interval '177 minutes' where id = $1`,
    [id],
  );
  return id;
}
