-- Letters go to those whom one invites or whose address one may see, and to nobody else.
grant insert on "Mail" to portal_admin, portal_therapist, portal_patient, portal_companion;
create policy admin on "Mail" for select to portal_admin using ((select acting_role()) = 'admin');
create policy to_whom_one_knows on "Mail" for insert to portal_admin, portal_therapist, portal_patient, portal_companion with check ("sentAt" is null
  and (exists (select 1 from "Invitation" i where i."email" = "Mail"."to" and i."acceptedAt" is null and i."revokedAt" is null)
    or exists (select 1 from "Contact" c where c."email" = "Mail"."to")));
grant select, insert on "Mail" to portal_accounts;
create policy portal_accounts on "Mail" to portal_accounts using (true) with check (true);
grant select, update on "Mail" to portal_worker;
create policy portal_worker on "Mail" to portal_worker using (true) with check (true);

-- A letter to a patient from a companion, who does not know the address.
create function write_to_patient(mail uuid, patient uuid, subject text, sealed text, at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into "Mail" ("id", "clinicId", "to", "subject", "sealed", "createdAt")
  select mail, c."clinicId", c."email", subject, sealed, at from "Contact" c
  where c."personId" = patient and c."personId" in (select accompanied_patients())
$$;
grant execute on function write_to_patient(uuid, uuid, text, text, timestamptz) to portal_admin, portal_therapist, portal_patient, portal_companion;

-- Jobs are added in the transaction that calls for them. The queue's tables belong to the worker.
create function enqueue(task text, payload json, job_key text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if task not in ('mail', 'seal', 'book') then
    raise exception 'no such job: %', task using errcode = 'invalid_parameter_value';
  end if;
  -- A job replaces one of the same key, so a key that names another letter would stop that letter.
  if task in ('mail', 'book') and job_key is distinct from task || ':' || (payload ->> 'id') then
    raise exception 'each letter and each book has a job of its own' using errcode = 'invalid_parameter_value';
  end if;
  -- A book is made with the eyes of the one who asked: the job works under that sign-in, and finds nothing once it has ended.
  if task = 'book' and ((payload ->> 'handleHash') is distinct from current_setting('app.handle', true)
    or not exists (select 1 from "Book" b where b."id" = (payload ->> 'id')::uuid and b."patientId" = (select acting_person()))) then
    raise exception 'nobody asks for the book of another' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := job_key, max_attempts := case task when 'book' then 3 else 12 end);
end $$;
grant execute on function enqueue(text, json, text) to portal_admin, portal_therapist, portal_patient, portal_companion, portal_accounts;
