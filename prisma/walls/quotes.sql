-- What a patient said, as a therapist kept it: the care team's, and the patient's once it is shared with them.
grant insert, update ("textSealed", "at", "sharedAt", "removedAt") on "Quote" to portal_therapist;
create policy author on "Quote" to portal_therapist using ("authorId" = (select acting_person()) and "patientId" = any (array(select treated_patients())))
  with check ("authorId" = (select acting_person()) and "patientId" = any (array(select treated_patients())));
create policy care_team on "Quote" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "removedAt" is null);
create policy patient on "Quote" for select to portal_patient using ("patientId" = (select acting_person()) and "sharedAt" is not null and "removedAt" is null);

-- What the patient may have read stays as it was.
create function quote_lock() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'a quote that was shared keeps its words' using errcode = 'integrity_constraint_violation';
end $$;
create trigger quote_lock before update of "textSealed", "at" on "Quote" for each row
  when (old."sharedAt" is not null and (new."textSealed", new."at") is distinct from (old."textSealed", old."at")) execute function quote_lock();
