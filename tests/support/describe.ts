import type pg from "pg";

const ours = "relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)";

const descriptions = [
  `select 'relation', relname::text, relkind::text, relowner::regrole::text, relacl::text, relrowsecurity::text, relforcerowsecurity::text, reloptions::text
     from pg_class where ${ours}`,
  `select 'column', relname::text, attname::text, format_type(atttypid, atttypmod), attnotnull::text, attidentity::text, attacl::text,
     pg_get_expr(adbin, adrelid) from pg_attribute join pg_class c on c.oid = attrelid
     left join pg_attrdef on adrelid = attrelid and adnum = attnum where ${ours} and attnum > 0 and not attisdropped`,
  `select 'index', pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indexrelid where ${ours}`,
  `select 'constraint', relname::text, conname::text, pg_get_constraintdef(k.oid) from pg_constraint k join pg_class c on c.oid = conrelid where ${ours}`,
  `select 'trigger', pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = tgrelid where ${ours} and not tgisinternal`,
  `select 'policy', relname::text, polname::text, polcmd::text, polpermissive::text, polroles::regrole[]::text, pg_get_expr(polqual, polrelid),
     pg_get_expr(polwithcheck, polrelid) from pg_policy join pg_class c on c.oid = polrelid where ${ours}`,
  `select 'view', relname::text, pg_get_viewdef(oid) from pg_class where ${ours} and relkind = 'v'`,
  `select 'function', pg_get_functiondef(p.oid), proowner::regrole::text, proacl::text from pg_proc p
     where ${ours.replace("rel", "pro")} and prokind = 'f' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  `select 'enum', typname::text, enumlabel::text, enumsortorder::text from pg_enum join pg_type y on y.oid = enumtypid`,
  `select 'schema', nspname::text, nspowner::regrole::text, nspacl::text from pg_namespace where nspname in ('public', 'graphile_worker')`,
  `select 'default', defaclrole::regrole::text, defaclobjtype::text, defaclacl::text from pg_default_acl`,
  `select 'extension', extname::text, extversion from pg_extension`,
  `select 'database', datdba::regrole::text, datacl::text from pg_database where datname = current_database()`,
];

/** Everything that Postgres knows of the portal's tables and walls, a line each, in order. */
export async function describeDatabase(client: pg.Client) {
  const lines: string[] = [];
  for (const text of descriptions) {
    const { rows } = await client.query<unknown[]>({ text, rowMode: "array" });
    lines.push(...rows.map((row) => row.join(" | ")));
  }
  return lines.sort();
}
