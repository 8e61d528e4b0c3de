import { randomBytes } from "node:crypto";
import { expect, inject, test, vi } from "vitest";
import { changeAddress } from "@/lib/core/address";
import { diffMigrations } from "@/scripts/lib/drift";
import { readSchema } from "@/scripts/lib/engine";
import * as files from "@/scripts/lib/files";
import { migrate } from "@/scripts/lib/migrations";
import { asAdmin, asSuperuser, cloneDatabase } from "../support/database";
import { describeDatabase } from "../support/describe";

test("the migrations lead to what prisma/schema says", async () => {
  expect(await diffMigrations()).toBe("");
}, 120_000);

test("a table that no migration makes is noticed", async () => {
  const planted = { path: "prisma/schema/planted.prisma", content: "model Planted {\n  id String @id\n}\n" };
  expect(await diffMigrations([...readSchema(), planted])).toContain('CREATE TABLE "Planted"');
}, 120_000);

test("a database brought up one migration at a time equals one made at once", async () => {
  const name = `steps_${randomBytes(6).toString("hex")}`;
  const { adminUrl, portalSecret } = inject("postgres");
  const target = { adminUrl: changeAddress(adminUrl, { database: name }), portalSecret };
  const names = files.listMigrations().map(({ name }) => name);
  for (const [index, migration] of names.entries()) expect(await migrate(target, index + 1)).toEqual([migration]);

  const stepped = await asAdmin(name, describeDatabase);
  expect(stepped.length).toBeGreaterThan(100);
  expect(stepped).toEqual(await asSuperuser(describeDatabase));
});

test("a migration that was cut off half-way is applied again", async () => {
  const name = `cut_${randomBytes(6).toString("hex")}`;
  const { adminUrl, portalSecret } = inject("postgres");
  const target = { adminUrl: changeAddress(adminUrl, { database: name }), portalSecret };
  const [, second] = files.listMigrations().map(({ name }) => name);
  await migrate(target, 1);
  await asAdmin(name, (admin) =>
    admin.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, started_at) values ('cut', '', $1, now())`,
      [second],
    ),
  );
  expect(await migrate(target)).toContain(second);
});

test("migrating twice changes nothing", async () => {
  const { adminUrl, portalSecret } = inject("postgres");
  const before = await asSuperuser(describeDatabase);
  expect(
    await migrate({ adminUrl: changeAddress(adminUrl, { database: process.env.TEST_DATABASE }), portalSecret }),
  ).toEqual([]);
  expect(await asSuperuser(describeDatabase)).toEqual(before);
});

test("an update over walls that stand changes rows, and leaves the walls as they were", async () => {
  const name = await cloneDatabase();
  const { adminUrl, portalSecret } = inject("postgres");
  const before = await asAdmin(name, describeDatabase);
  const sql = `update "Installation" set "timesProvenAt" = '2000-01-01Z'`;
  vi.spyOn(files, "listMigrations").mockReturnValue([...files.listMigrations(), { name: "29990101000000_later", sql }]);

  const applied = await migrate({ adminUrl: changeAddress(adminUrl, { database: name }), portalSecret });

  expect(applied).toEqual(["29990101000000_later"]);
  const { rows } = await asAdmin(name, (admin) => admin.query('select "timesProvenAt" as at from "Installation"'));
  expect(rows).toEqual([{ at: new Date("2000-01-01T00:00:00Z") }]);
  expect(await asAdmin(name, describeDatabase)).toEqual(before);
});
