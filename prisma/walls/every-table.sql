-- What holds for every table, also for one that has no file here yet: it is closed, a row stays with its clinic and its patient,
-- a row under another one names the same patient, and nothing of a record is deleted.

create function keep_place() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if to_jsonb(new) -> 'clinicId' is distinct from to_jsonb(old) -> 'clinicId'
    or to_jsonb(new) -> 'patientId' is distinct from to_jsonb(old) -> 'patientId' then
    raise exception 'a row stays with its clinic and its patient' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- Arguments: the parent's table, and the column that points to it.
create function same_patient() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare ok boolean;
begin
  execute format('select true from %I p where p."id" = $1 and p."patientId" = $2 and p."clinicId" = $3', tg_argv[0])
    into ok using (to_jsonb(new) ->> tg_argv[1])::uuid, new."patientId", new."clinicId";
  if ok is null then
    raise exception 'this belongs to another record' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception '% cannot be changed or deleted', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

do $$
declare t record; child record; people text := 'portal_admin, portal_therapist, portal_patient, portal_companion';
begin
  for t in select c.relname as name,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinicId' and not a.attisdropped) as clinic,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'patientId' and not a.attisdropped) as patient
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
  loop
    execute format('alter table %I enable row level security, force row level security', t.name);
    execute format('create policy owner on %I to portal_owner using (true) with check (true)', t.name);
    execute format('grant select on %I to portal_backup', t.name);
    if t.clinic then
      execute format('create policy own_clinic on %I as restrictive to %s using ("clinicId" = (select acting_clinic())) with check ("clinicId" = (select acting_clinic()))', t.name, people);
    end if;
    if t.clinic and t.name not in ('AuditEntry', 'AuditLink') then
      -- Only when they are named, since turning a row with a picture in it into JSON is dear.
      execute format('create trigger keep_place before update of "clinicId"%s on %I for each row execute function keep_place()',
        case when t.patient then ', "patientId"' end, t.name);
    end if;
    if t.patient then
      execute format('create trigger refuse_delete before delete on %I for each row execute function refuse_change()', t.name);
    end if;
  end loop;
  for child in select f.conrelid::regclass as name, f.confrelid::regclass::text as parent, a.attname as column
    from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace and (select count(*) = 2 from pg_attribute p
      where p.attrelid in (f.conrelid, f.confrelid) and p.attname = 'patientId' and not p.attisdropped)
  loop
    execute format('create trigger %I before insert or update of %I on %s for each row when (new.%I is not null) execute function same_patient(%L, %L)',
      'same_patient_' || lower(child.column), child.column, child.name, child.column, trim('"' from child.parent), child.column);
  end loop;
end $$;
