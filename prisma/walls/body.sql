-- The day and the body.
grant insert, update ("at", "mood", "anxiety", "energy", "pain", "state", "sleepHours", "sleepQuality", "water", "caffeine", "screens", "connection",
  "wordSealed", "version") on "CheckIn" to portal_patient;
create policy patient on "CheckIn" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy care_team on "CheckIn" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "CheckIn"."id" and h."audience" = 'careTeam'));
create policy companion on "CheckIn" for select to portal_companion using ("patientId" = any (array(select accompanied_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "CheckIn"."id" and h."audience" = 'companion'));

grant insert on "StateCheck" to portal_patient;
create policy patient on "StateCheck" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create trigger refuse_change before update on "StateCheck" for each row execute function refuse_change();

grant insert, update ("removedAt") on "Sensation" to portal_patient;
create policy patient on "Sensation" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy care_team on "Sensation" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "removedAt" is null
  and exists (select 1 from "Share" h where h."subjectId" = "Sensation"."id" and h."audience" = 'careTeam'));
create policy companion on "Sensation" for select to portal_companion using ("patientId" = any (array(select accompanied_patients())) and "removedAt" is null
  and exists (select 1 from "Share" h where h."subjectId" = "Sensation"."id" and h."audience" = 'companion'));
