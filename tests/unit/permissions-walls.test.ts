import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listMigrations, listWalls } from "@/scripts/lib/files";

const firstSentences = (sql: string) =>
  (sql.match(/^(--.*\n)+/)?.[0] ?? "").replaceAll(/^-- ?/gm, "").trim().replaceAll("\n", " ");

test.each(listWalls())("docs/permissions.md says of $name what the file says of itself", ({ name, sql }) => {
  expect(firstSentences(sql)).not.toBe("");
  expect(readFileSync("docs/permissions.md", "utf8")).toContain(`- \`${name}\` ${firstSentences(sql)}\n`);
});

test("migrations hold tables: no policy, grant, trigger or function, and no new value of an enum", () => {
  const older = ["20261121120000_integration_tables", "20261121140000_room_tables"];
  for (const { name, sql } of listMigrations()) {
    expect(sql, name).not.toMatch(/\b(create (or replace )?(policy|trigger|function)|grant|row level security)\b/i);
    if (!older.includes(name)) expect(sql, name).not.toMatch(/\badd value\b/i);
  }
});

test("no wall is wider than the page on which it is read", () => {
  for (const { name, sql } of listWalls())
    expect(
      sql.split("\n").filter((line) => line.length > 200),
      name,
    ).toEqual([]);
});
