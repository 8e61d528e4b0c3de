-- The book of everything of one's own, for a day.
grant insert, update ("state", "progress", "readyAt", "endsAt", "pdf", "zip") on "Book" to portal_patient;
create policy patient on "Book" for select to portal_patient using ("patientId" = (select acting_person()));
create policy patient_writes on "Book" for insert to portal_patient
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient' and "state" = 'waiting' and "pdf" is null and "zip" is null);
create policy patient_edits on "Book" for update to portal_patient
  using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
-- After 24 hours a job erases the bytes. It reads none of them.
grant select ("id", "state", "endsAt"), update ("pdf", "zip") on "Book" to portal_worker;
create policy portal_worker on "Book" to portal_worker using (true) with check (true);
