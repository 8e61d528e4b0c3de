-- In one's own name and role, and on a record that one has to do with: the patient reads who was there.
grant insert on "AuditEntry" to portal_admin, portal_therapist, portal_patient, portal_companion;
create policy own_name on "AuditEntry" as restrictive for insert to portal_admin, portal_therapist, portal_patient, portal_companion
  with check ("actorId" = (select acting_person()) and "role" = (select acting_role()) and "system" is null);
create policy admin_writes on "AuditEntry" for insert to portal_admin with check ("patientId" is null
  or exists (select 1 from "Person" p where p."id" = "AuditEntry"."patientId"));
create policy therapist_writes on "AuditEntry" for insert to portal_therapist
  with check ("patientId" is null or "patientId" = any (array(select treated_patients())));
create policy patient_writes on "AuditEntry" for insert to portal_patient
  with check ("patientId" is null or "patientId" = (select acting_person()));
create policy companion_writes on "AuditEntry" for insert to portal_companion
  with check ("patientId" is null or "patientId" = any (array(select accompanied_patients())));
-- The last thing that a companion who leaves does is to be named in the patient's log.
create policy companion_leaves on "AuditEntry" for insert to portal_companion
  with check ("verb" = 'companion.leave' and "patientId" in (select left_patients()));

create policy own_acts on "AuditEntry" for select to portal_admin, portal_therapist, portal_patient, portal_companion
  using ("actorId" = (select acting_person()));
create policy admin on "AuditEntry" for select to portal_admin using ((select acting_role()) = 'admin');
create policy own_record on "AuditEntry" for select to portal_patient
  using ("patientId" = (select acting_person()) and "verb" not like 'psychotherapyNote.%');

grant insert on "AuditEntry" to portal_accounts;
create policy portal_accounts on "AuditEntry" to portal_accounts using (true) with check (true);
grant select on "AuditEntry" to portal_worker, portal_auditor;
create policy readers on "AuditEntry" for select to portal_worker, portal_auditor using (true);
grant select, insert on "AuditLink" to portal_worker;
create policy portal_worker on "AuditLink" to portal_worker using (true) with check (true);
grant select on "AuditLink" to portal_auditor;
create policy portal_auditor on "AuditLink" for select to portal_auditor using (true);

-- A therapist opens a record: one statement, beside the transaction that reads. Returns the patient, or null where there is none for them.
create function open_record(handle text, patient uuid, entry uuid, once text, at timestamptz) returns uuid language plpgsql volatile
security definer set search_path = pg_catalog, public as $$
begin
  perform set_config('app.handle', handle, true);
  if patient not in (select treated_patients()) then return null; end if;
  insert into "AuditEntry" ("id", "clinicId", "at", "actorId", "role", "verb", "patientId", "subject", "subjectId", "onceKey")
    select entry, a."clinicId", open_record.at, a."personId", a."role", 'record.open', patient, 'record', patient, once from acting() a
    on conflict do nothing;
  return patient;
end $$;
grant execute on function open_record(text, uuid, uuid, text, timestamptz) to portal_app;

-- What was logged stays logged.
create trigger refuse_change before update or delete on "AuditEntry" for each row execute function refuse_change();
create trigger refuse_change before update or delete on "AuditLink" for each row execute function refuse_change();
create trigger refuse_truncate before truncate on "AuditEntry" for each statement execute function refuse_change();
create trigger refuse_truncate before truncate on "AuditLink" for each statement execute function refuse_change();

-- The keys of forms that were sent.
grant insert, update ("resultId") on "Submission" to portal_admin, portal_therapist, portal_patient, portal_companion;
create policy own on "Submission" to portal_admin, portal_therapist, portal_patient, portal_companion
  using ("personId" = (select acting_person())) with check ("personId" = (select acting_person()));
grant select, delete on "Submission" to portal_worker;
create policy portal_worker on "Submission" to portal_worker using (true) with check (true);
