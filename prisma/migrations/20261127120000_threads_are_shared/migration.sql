-- What is shared is called like its table (a row of "PracticeLog" is a practiceLog), so that a new kind of thing needs no list of names here.
alter table "Share" alter column "subject" type text using "subject"::text;
drop type "ShareSubject";

create or replace function share_of_own() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare ok boolean; tab text := upper(left(new."subject", 1)) || substr(new."subject", 2);
begin
  if exists (select 1 from pg_attribute a where a.attrelid = to_regclass(format('public.%I', tab)) and a.attname = 'patientId') then
    execute format('select true from %I e where e."id" = $1 and e."patientId" = $2 and e."clinicId" = $3', tab)
      into ok using new."subjectId", new."patientId", new."clinicId";
  end if;
  if ok is null then
    raise exception 'this belongs to another record' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- A thread is shared by its name. Where it shows is seen in those pages alone that the reader may read anyway.
create policy care_team on "Thread" for select to portal_app using ("patientId" in (select treated_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Thread"."id" and h."audience" = 'careTeam'));
create policy companion on "Thread" for select to portal_app using ("patientId" in (select accompanied_patients())
  and exists (select 1 from "Share" h where h."subjectId" = "Thread"."id" and h."audience" = 'companion'));
create policy care_team on "ThreadPlace" for select to portal_app using ("patientId" in (select treated_patients()) and "removedAt" is null
  and exists (select 1 from "Thread" t where t."id" = "ThreadPlace"."threadId")
  and exists (select 1 from "Entry" e where e."id" = "ThreadPlace"."entryId"));
create policy companion on "ThreadPlace" for select to portal_app using ("patientId" in (select accompanied_patients()) and "removedAt" is null
  and exists (select 1 from "Thread" t where t."id" = "ThreadPlace"."threadId")
  and exists (select 1 from "Entry" e where e."id" = "ThreadPlace"."entryId"));
