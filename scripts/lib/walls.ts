import { createHash } from "node:crypto";
import type pg from "pg";
import { listWalls } from "./files";
import { loginRoles, personRoles } from "./roles";

/** Whether the walls in the database are those of `prisma/walls`. `client` may read "Installation". */
export async function areWallsRaised(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ raised: boolean }>('select "walls" = $1 as raised from "Installation"', [
    wallsHash(),
  ]);
  return rows[0]?.raised === true;
}

/** Takes every policy, trigger, function and grant away. Until `raiseWalls`, the owner sees and changes every row, and nobody else any. */
export async function razeWalls(owner: pg.ClientBase) {
  await owner.query(raze);
}

/** Raises the walls of `prisma/walls` from nothing, and keeps which they were. */
export async function raiseWalls(owner: pg.ClientBase) {
  // A function may name another that comes after it.
  await owner.query("set local check_function_bodies = off");
  for (const { name, sql } of listWalls()) {
    await owner.query(sql).catch((error: Error) => {
      throw new Error(`prisma/walls/${name}: ${error.message}`);
    });
  }
  await owner.query('grant select on "_prisma_migrations" to portal_app, portal_accounts, portal_backup');
  await owner.query('update "Installation" set "walls" = $1', [wallsHash()]);
}

function wallsHash() {
  const hash = createHash("sha256").update(raze);
  for (const { name, sql } of listWalls()) hash.update(name).update(sql);
  return hash.digest("hex");
}

const raze = `
do $$
declare x record;
begin
  for x in select polrelid::regclass as tab, polname as name from pg_policy join pg_class c on c.oid = polrelid
    where c.relnamespace = 'public'::regnamespace loop
    execute format('drop policy %I on %s', x.name, x.tab);
  end loop;
  for x in select tgrelid::regclass as tab, tgname as name from pg_trigger join pg_class c on c.oid = tgrelid
    where c.relnamespace = 'public'::regnamespace and not tgisinternal loop
    execute format('drop trigger %I on %s', x.name, x.tab);
  end loop;
  for x in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
    execute format('drop function %s', x.name);
  end loop;
  for x in select oid::regclass as tab from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity loop
    execute format('alter table %s no force row level security', x.tab);
  end loop;
  revoke all on all tables in schema public from ${[...loginRoles, ...personRoles].join(", ")};
end $$`;
