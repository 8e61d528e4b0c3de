-- The clinic's own practices: its therapists write them, its patients read them.
grant insert, update ("family", "content", "hiddenAt", "version", "updatedAt", "byId") on "ClinicPractice" to portal_therapist;
create policy reader on "ClinicPractice" for select to portal_patient, portal_therapist using ((select acting_role()) in ('patient', 'therapist'));
create policy therapist_writes on "ClinicPractice" for insert to portal_therapist
  with check ((select acting_role()) = 'therapist' and "byId" = (select acting_person()));
create policy therapist_edits on "ClinicPractice" for update to portal_therapist
  using ((select acting_role()) = 'therapist') with check ("byId" = (select acting_person()));
create trigger refuse_delete before delete on "ClinicPractice" for each row execute function refuse_change();

-- A practice of the patient's own is read by the care team while it stands in a plan that they share.
grant insert, update ("family", "sealed", "putAwayAt", "version") on "OwnPractice" to portal_patient;
create policy patient on "OwnPractice" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy care_team on "OwnPractice" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "putAwayAt" is null
  and exists (select 1 from "PlanItem" i where i."slug" = "OwnPractice"."id"::text and i."patientId" = "OwnPractice"."patientId" and i."endedAt" is null));

grant insert, update ("favouriteAt", "hiddenAt") on "PracticeChoice" to portal_patient;
create policy patient on "PracticeChoice" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');

grant insert, update ("before", "after", "minutes", "removedAt") on "PracticeLog" to portal_patient;
create policy patient on "PracticeLog" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy care_team on "PracticeLog" for select to portal_therapist using ("patientId" = any (array(select treated_patients())) and "removedAt" is null
  and exists (select 1 from "Share" h where h."subjectId" = "PracticeLog"."id" and h."audience" = 'careTeam'));
create policy companion on "PracticeLog" for select to portal_companion using ("patientId" = any (array(select accompanied_patients())) and "removedAt" is null
  and exists (select 1 from "Share" h where h."subjectId" = "PracticeLog"."id" and h."audience" = 'companion'));

-- A plan is made together while it is shared.
grant insert on "Plan" to portal_patient;
create policy patient on "Plan" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy care_team on "Plan" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Share" h where h."subjectId" = "Plan"."id" and h."audience" = 'careTeam'));

grant insert, update ("rhythm", "endedAt", "changedAt", "version") on "PlanItem" to portal_patient, portal_therapist;
create policy patient on "PlanItem" to portal_patient using ("patientId" = (select acting_person()))
  with check ("patientId" = (select acting_person()) and (select acting_role()) = 'patient');
create policy care_team on "PlanItem" for select to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Plan" p where p."id" = "PlanItem"."planId"));
-- A practice of the patient's own comes into the plan by the patient alone, since standing in it shows it.
create policy care_team_writes on "PlanItem" for insert to portal_therapist with check ("patientId" = any (array(select treated_patients()))
  and "slug" !~ '^[0-9a-f]{8}-[0-9a-f]{4}-' and exists (select 1 from "Plan" p where p."id" = "PlanItem"."planId"));
create policy care_team_edits on "PlanItem" for update to portal_therapist using ("patientId" = any (array(select treated_patients()))
  and exists (select 1 from "Plan" p where p."id" = "PlanItem"."planId"));
create policy own_name on "PlanItem" as restrictive for insert to portal_patient, portal_therapist with check ("addedById" = (select acting_person()));
