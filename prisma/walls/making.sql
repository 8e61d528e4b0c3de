-- Pictures, drawings and recordings. What belongs to an entry is seen with it, and closes with it.
grant insert, update ("sealed", "entryId", "putAwayAt", "version") on "Media" to portal_patient;
create policy patient on "Media" for select to portal_patient using ("patientId" = (select acting_person())
  and ("entryId" is null or exists (select 1 from "Entry" e where e."id" = "Media"."entryId")));
create policy patient_writes on "Media" for insert to portal_patient
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy patient_edits on "Media" for update to portal_patient
  using ("patientId" = (select acting_person())) with check ("patientId" = (select acting_person()));
create policy care_team on "Media" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "putAwayAt" is null
  and ("entryId" is null or lies_open("entryId"))
  and (exists (select 1 from "Share" h where h."subjectId" = "Media"."id" and h."audience" = 'careTeam')
    or exists (select 1 from "Entry" e where e."id" = "Media"."entryId")));
create policy companion on "Media" for select to portal_companion using ("patientId" = any (array(select accompanied_patients())) and "putAwayAt" is null
  and ("entryId" is null or lies_open("entryId"))
  and (exists (select 1 from "Share" h where h."subjectId" = "Media"."id" and h."audience" = 'companion')
    or exists (select 1 from "Entry" e where e."id" = "Media"."entryId")));
