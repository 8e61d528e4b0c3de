-- What returns in several pages, under one name, is the patient's alone.
grant insert on "Thread" to portal_patient;
create policy patient on "Thread" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');

grant insert, update ("removedAt", "addedAt") on "ThreadPlace" to portal_patient;
create policy patient on "ThreadPlace" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
