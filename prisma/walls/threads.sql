-- What returns in several pages, under one name. A thread is shared by its name; where it shows is seen in those pages alone that
-- the reader may read anyway.
grant insert on "Thread" to portal_patient;
create policy patient on "Thread" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy care_team on "Thread" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "Thread"."id" and h."audience" = 'careTeam'));
create policy companion on "Thread" for select to portal_companion using ("patientId" = any (array(select accompanied_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "Thread"."id" and h."audience" = 'companion'));

grant insert, update ("removedAt", "addedAt") on "ThreadPlace" to portal_patient;
create policy patient on "ThreadPlace" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy care_team on "ThreadPlace" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "removedAt" is null
  and exists (select 1 from "Thread" t where t."id" = "ThreadPlace"."threadId")
  and exists (select 1 from "Entry" e where e."id" = "ThreadPlace"."entryId"));
create policy companion on "ThreadPlace" for select to portal_companion using ("patientId" = any (array(select accompanied_patients())) and "removedAt" is null
  and exists (select 1 from "Thread" t where t."id" = "ThreadPlace"."threadId")
  and exists (select 1 from "Entry" e where e."id" = "ThreadPlace"."entryId"));
